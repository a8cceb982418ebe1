import type { Command, CommandResult } from '#shared/edits/command.ts';
import { type Patch, squashPatches } from '#shared/edits/patch.ts';
import { patchedView } from '#shared/edits/repair/patched-view.ts';
import { deputiseLeave } from './deputise-leave.ts';
import { fillVacancy } from './fill-vacancy.ts';

/** One seat that nobody answers for, and who is to. */
export type SeatFilling =
  | ({ kind: 'appoint' } & Parameters<typeof fillVacancy>[1])
  | ({ kind: 'deputise' } & Parameters<typeof deputiseLeave>[1]);

/** Fills several seats in one step. Refuses as a whole when one of them cannot be filled. */
export const fillSeats: Command<{ seats: readonly SeatFilling[] }> = (document, { seats }) => {
  const patches: Patch[] = [];
  let view = document;
  let last: CommandResult | null = null;
  for (const seat of seats) {
    last = seat.kind === 'appoint' ? fillVacancy(view, seat) : deputiseLeave(view, seat);
    if ('refused' in last) {
      // One leave leaves several seats open, and one deputy fills them all.
      if (last.refused === 'edit.refused.unchanged') continue;
      return last;
    }
    patches.push(last.patch);
    view = patchedView(view, last.patch);
  }
  const [first] = patches;
  if (!first || !last) return { refused: 'edit.refused.unchanged' };
  if (seats.length === 1) return last;
  return {
    patch: squashPatches(patches),
    label: { key: 'edit.chain.fillSeats', params: { count: seats.length } },
    selection: [],
  };
};
