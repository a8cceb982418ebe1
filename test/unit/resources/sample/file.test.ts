import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeSample } from '#resources/sample/generate/sample.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { parseRecord } from '#shared/model/record.ts';
import { type OpenedSample, openSample, samplePath } from './open-sample.ts';

let sample: OpenedSample;
beforeAll(async () => {
  sample = await openSample();
}, 60_000);

describe('the sample file', () => {
  it('is made again byte for byte by its script', { timeout: 180_000 }, async () => {
    const { records, planted } = makeSample();
    expect(planted).toEqual(sample.planted);
    const again = await packProject(records.map(parseRecord), []);
    expect(Buffer.from(again).equals(sample.bytes)).toBe(true);
  });

  it('fits the schemas', () => {
    for (const record of sample.records) expect(parseRecord(record)).toEqual(record);
  });

  it('has no id twice', () => {
    const ids = sample.records.map((record) => record.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says that it is invented and where its borders come from', () => {
    const [project] = sample.all('project');
    expect(project?.invented).toBe(true);
    expect(project?.schemes.negativeList).toEqual([]);
    const text = JSON.stringify(project?.sources);
    for (const word of ['bj-subdistricts', 'MIT', '天地图', '审图号', '虚构']) {
      expect(text).toContain(word);
    }
    expect(sample.all('district')[0]?.reviewNumber).toBe('');
  });

  it('takes at most 5 MB with its sources', () => {
    const folder = fileURLToPath(new URL('.', samplePath));
    const sizes = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => statSync(`${entry.parentPath}/${entry.name}`).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(5_000_000);
  });
});
