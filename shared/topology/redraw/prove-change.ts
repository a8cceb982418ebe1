import { proveLocally } from './prove-locally.ts';
import { type ChangedGround, type ChangeProof, proveWholly } from './prove-wholly.ts';

/**
 * Looks whether some parties divide the same ground among them after a change as before: by the edges that
 * change alone where that tells, else by all of the parties' edges. In degrees, on the grid.
 * @throws TooWideError where positions are too far from each other
 */
export function proveChange(changes: readonly ChangedGround[]): ChangeProof {
  return proveLocally(changes) ?? proveWholly(changes);
}
