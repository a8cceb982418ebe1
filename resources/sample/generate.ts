/** Writes the sample project: `npx node resources/sample/generate.ts`. Equal code gives equal bytes. */
import { writeFileSync } from 'node:fs';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { parseRecord } from '#shared/model/record.ts';
import { makeSample } from './generate/sample.ts';

const { records, planted } = makeSample();
const bytes = await packProject(records.map(parseRecord), []);
writeFileSync(new URL('haidian.hengzong', import.meta.url), bytes);
writeFileSync(new URL('planted.json', import.meta.url), `${JSON.stringify(planted, null, 2)}\n`);
console.log(`${records.length} records, ${bytes.length} bytes`);
