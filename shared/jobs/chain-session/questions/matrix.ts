import * as z from 'zod';
import { departmentMatrix } from '#shared/analysis/department-matrix.ts';
import { question } from '#shared/jobs/chain-session/question.ts';

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
    const { cells, unclaimed } = departmentMatrix(state.index, organisations, classes, state.on);
    const lines = organisations.filter(({ line }) => line === 'line');
    return {
      streets: records.all('street').map(({ id, name }) => ({ id, name })),
      columns: lines.flatMap(({ id, name, categories }) =>
        categories.map((issueClass) => ({ organisationId: id, organisation: name, issueClass })),
      ),
      holders: Uint32Array.from(cells, ({ holders }) => holders.length),
      unclaimed,
      idle: lines.flatMap(({ id, name, categories }) =>
        categories.length === 0 ? { id, name } : [],
      ),
    };
  },
});
