import * as z from 'zod';
import { type ZoneMatrix, zoneMatrix } from '#shared/analysis/zone-matrix.ts';
import { question } from '#shared/jobs/chain-session/question.ts';

export interface ZoneClassesAnswer extends ZoneMatrix {
  streets: { id: string; name: string }[];
}

/** How many zones answer in each street for each class of issue that zones are limited to. */
export const zoneClasses = question({
  ask: z.object({}),
  answer({ state, records }): ZoneClassesAnswer {
    const [project] = records.all('project');
    const classes = project?.schemes.issueClasses.map(({ key }) => key) ?? [];
    return {
      streets: records.all('street').map(({ id, name }) => ({ id, name })),
      ...zoneMatrix(state.index, classes),
    };
  },
});
