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
  const stops = [useProject.subscribe(endWhenDone), useFindings.subscribe(endWhenDone)];
  // After a failure to store nothing ever settles: nobody listens for longer than rendering waits.
  const end = holdRendering(mostMs, window, stopListening);
  let isMade = false;
  function endWhenDone() {
    const isChecked = checkSession()?.isSettled ?? true;
    if (isMade && isChecked && !useProject.getState().saving) over();
  }
  function stopListening() {
    for (const stop of stops) stop();
  }
  function over() {
    stopListening();
    end();
  }
  try {
    return edit();
  } finally {
    isMade = true;
    if (useProject.getState().revision === revision) over();
  }
}
