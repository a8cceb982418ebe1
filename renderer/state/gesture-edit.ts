import { checkSession, useFindings } from './findings.ts';
import { useProject } from './project.ts';
import { holdRendering } from './rendering.ts';

/** Longest that what a window renders of an edit may wait (ms): what comes by then comes at once. */
const mostMs = 100;

/**
 * Makes an edit whose outcome the map shows already, as that of a drag. Rendering would hold up the answers of
 * the database and of the check: cards, tables and handles follow once the edit is stored and checked, and
 * its findings are there with them. Document, map and log know it at once.
 */
export function editByGesture<Result>(edit: () => Result): Result {
  const { revision } = useProject.getState();
  const end = holdRendering(mostMs);
  const stops = [useProject.subscribe(endWhenDone), useFindings.subscribe(endWhenDone)];
  let isMade = false;
  function endWhenDone() {
    const isChecked = checkSession()?.isSettled ?? true;
    if (isMade && isChecked && !useProject.getState().saving) over();
  }
  function over() {
    for (const stop of stops) stop();
    end();
  }
  try {
    return edit();
  } finally {
    isMade = true;
    if (useProject.getState().revision === revision) over();
  }
}
