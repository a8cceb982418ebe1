import * as z from 'zod';
import { type DutyBoard, dutyBoard } from '#shared/analysis/duty-board.ts';
import { dutyDeadline } from '#shared/checks/vertical/not-on-duty.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { day } from '#shared/model/primitives.ts';

export interface DutyDayAnswer extends DutyBoard {
  /** Last moment (ms since 1970) at which a check-in is in time. */
  deadline: number;
  /** Days that have lists, latest first. */
  days: string[];
}

/** Who is on duty on a day, who has checked in, and which places that leaves without anybody. */
export const dutyDay = question({
  ask: z.object({ day }),
  answer({ state: { index }, records }, { day: on }): DutyDayAnswer {
    const lists = records.all('dutyList');
    const deadline = dutyDeadline(on, index.rules.dutyCutOff, index.utcOffsetMinutes);
    const days = [...new Set(lists.map((list) => list.day))].sort().reverse();
    return { ...dutyBoard(index, lists, on, deadline), deadline, days };
  },
});
