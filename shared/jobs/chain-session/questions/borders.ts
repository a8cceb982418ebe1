import * as z from 'zod';
import { borderBook } from '#shared/jobs/chain-session/border-books.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import { borderLevels } from '#shared/model/border.ts';
import type { BorderFit } from '#shared/topology/border-fit.ts';

/** Fits in the order of their numbers in {@link BordersAnswer.fit}. */
export const borderFits: readonly BorderFit[] = ['fits', 'moved', 'apart'];

/** The border register of a level: entry i of each column belongs to row i. Columns cross quickly. */
export interface BordersAnswer {
  /** Ids of all areas that have a border, and for each its place in the order of names. */
  areaIds: string[];
  nameRank: Int32Array;
  /** Places in `areaIds`. */
  first: Int32Array;
  second: Int32Array;
  borderIds: string[];
  /** Place in `borderIds`; -1 where the register says nothing. */
  border: Int32Array;
  lengthM: Float64Array;
  /** Place in {@link borderFits}. */
  fit: Uint8Array;
  /** Open issues within the project's `borderM` of the border. */
  issues: Int32Array;
}

/** Every border between neighbours of a level, and what is registered about it. */
export const borders = question({
  ask: z.object({ level: z.enum(borderLevels) }),
  answer({ state, records }, { level }): BordersAnswer {
    const { index } = state;
    const rows = borderBook(records, level).rows(
      records,
      () => index.openIssues,
      index.rules.borderM,
    );
    const places = new Map<string, number>();
    const placeOf = (id: string) => {
      const place = places.get(id) ?? places.size;
      places.set(id, place);
      return place;
    };
    const borderIds: string[] = [];
    const answer: BordersAnswer = {
      areaIds: [],
      nameRank: new Int32Array(0),
      first: Int32Array.from(rows, ({ partyIds: [a] }) => placeOf(a)),
      second: Int32Array.from(rows, ({ partyIds: [, b] }) => placeOf(b)),
      borderIds,
      border: Int32Array.from(rows, ({ border }) => (border ? borderIds.push(border.id) - 1 : -1)),
      lengthM: Float64Array.from(rows, ({ lengthM }) => lengthM),
      fit: Uint8Array.from(rows, ({ fit }) => borderFits.indexOf(fit)),
      issues: Int32Array.from(rows, ({ issues }) => issues),
    };
    answer.areaIds = [...places.keys()];
    const names = answer.areaIds.map((id) => {
      const record = records.get(id);
      return record && 'name' in record ? record.name : '';
    });
    const { compare } = new Intl.Collator('zh-CN', { numeric: true });
    const order = names.map((_, i) => i).sort((a, b) => compare(names[a] ?? '', names[b] ?? ''));
    answer.nameRank = new Int32Array(order.length);
    for (const [rank, place] of order.entries()) answer.nameRank[place] = rank;
    return answer;
  },
});
