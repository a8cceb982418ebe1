import { TooWideError } from '#shared/topology/too-wide-error.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Command, CommandResult } from './command.ts';
import { lockRefusal } from './lock-refusal.ts';
import type { Patch } from './patch.ts';

/** While all but some zones are locked, those that are made meanwhile can be changed too. */
function withMadeZones(document: DocumentView, patch: Patch): Patch {
  const made = Object.values(patch.added).flatMap(({ kind, id }) => (kind === 'zone' ? [id] : []));
  if (made.length === 0) return patch;
  const updated = { ...patch.updated };
  for (const lock of document.all('lock')) {
    if (lock.what.of !== 'outside') continue;
    const zoneIds = [...lock.what.zoneIds, ...made];
    updated[lock.id] = [lock, { ...lock, what: { ...lock.what, zoneIds } }];
  }
  return { ...patch, updated };
}

/**
 * What a command answers, unless it would change what is locked: then the refusal that says so. What comes from a
 * backup or the log is no redrawing, which locks would hold up; what another copy brings is. Places on
 * the globe, but too far from the district to be reckoned with it, are refused like those off the map.
 */
export function runCommand<Arguments>(
  document: DocumentView,
  command: Command<Arguments>,
  args: Arguments,
): CommandResult {
  try {
    const result = command(document, args);
    if ('refused' in result) return result;
    if (result.exact && !result.merged) return result;
    const refusal = lockRefusal(document, result.patch);
    if (refusal || result.exact) return refusal ?? result;
    return { ...result, patch: withMadeZones(document, result.patch) };
  } catch (error) {
    if (error instanceof TooWideError) return { refused: 'edit.refused.offTheMap' };
    throw error;
  }
}
