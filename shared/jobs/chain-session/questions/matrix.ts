import * as z from 'zod';
import { departmentCounts, unclaimedClasses } from '#shared/analysis/department-matrix.ts';
import { streetsInOrder } from '#shared/analysis/streets-in-order.ts';
import { question } from '#shared/jobs/chain-session/question.ts';

const collator = new Intl.Collator('zh-CN', { numeric: true });

export interface MatrixAnswer {
  streets: { id: string; name: string }[];
  /** Departments with each class that they answer for. */
  columns: { organisationId: string; organisation: string; issueClass: string }[];
  /** Posts held in each cell: streets × columns, row after row; 0 is a gap. */
  holders: Uint32Array;
  /** Classes that no department answers for. */
  unclaimed: string[];
  /** Line departments that answer for no class. */
  idle: { id: string; name: string }[];
}

/** Where each line department has somebody for the classes of issue that it answers for. */
export const matrix = question({
  ask: z.object({}),
  answer({ state, records }): MatrixAnswer {
    const organisations = records.all('organisation');
    const [project] = records.all('project');
    const classes = project?.schemes.issueClasses.map(({ key }) => key) ?? [];
    const rank = new Map(classes.map((key, at) => [key, at]));
    const rankOf = (key: string) => rank.get(key) ?? classes.length;
    const lines = organisations
      .filter(({ line }) => line === 'line')
      .sort((a, b) => collator.compare(a.name, b.name));
    const columns = lines.flatMap(({ id, name, categories }) =>
      [...categories]
        .sort((a, b) => rankOf(a) - rankOf(b))
        .map((issueClass) => ({ organisationId: id, organisation: name, issueClass })),
    );
    const streets = streetsInOrder(records.all('street')).map(({ id, name }) => ({ id, name }));
    const ids = streets.map(({ id }) => id);
    return {
      streets,
      columns,
      holders: departmentCounts(state.index, organisations, ids, columns, state.on),
      unclaimed: unclaimedClasses(organisations, classes),
      idle: lines.flatMap(({ id, name, categories }) =>
        categories.length === 0 ? { id, name } : [],
      ),
    };
  },
});
