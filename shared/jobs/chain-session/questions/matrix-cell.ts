import * as z from 'zod';
import { departmentMatrix } from '#shared/analysis/department-matrix.ts';
import { question } from '#shared/jobs/chain-session/question.ts';
import type { PostLevel } from '#shared/model/post.ts';
import { id } from '#shared/model/primitives.ts';

/** Somebody who stands for a department in a street. */
export interface CellHolder {
  postId: string;
  person: { id: string; name: string; phone: string };
  place: { id: string; name: string; level: PostLevel };
  /** Key of the role. */
  role: string;
  from: string;
}

/** Who holds a cell of the matrix: a department's people in a street for a class of issue. */
export const matrixCell = question({
  ask: z.object({ streetId: id, organisationId: id, issueClass: z.string() }),
  answer({ state, records }, { streetId, organisationId, issueClass }): CellHolder[] {
    const only = records.all('organisation').map((one) => {
      const here = one.id === organisationId && one.categories.includes(issueClass);
      return { ...one, categories: here ? [issueClass] : [] };
    });
    const { cells } = departmentMatrix(state.index, only, [], state.on);
    const holders = cells.find((cell) => cell.streetId === streetId)?.holders ?? [];
    return holders.map(({ post, person, place }) => ({
      postId: post.id,
      person: { id: person.id, name: person.name, phone: person.phone },
      place: { id: place.id, name: place.name, level: place.level },
      role: post.role,
      from: post.from,
    }));
  },
});
