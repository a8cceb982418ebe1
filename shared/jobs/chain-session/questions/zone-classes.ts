import * as z from 'zod';
import { type ZoneMatrix, zoneMatrix } from '#shared/analysis/zone-matrix.ts';
import { question } from '#shared/jobs/chain-session/question.ts';

/** How many zones answer in each street for each class of issue that zones are limited to. */
export const zoneClasses = question({
  ask: z.object({}),
  answer({ state, records }): ZoneMatrix {
    const [project] = records.all('project');
    const classes = project?.schemes.issueClasses.map(({ key }) => key) ?? [];
    return zoneMatrix(state.index, classes);
  },
});
