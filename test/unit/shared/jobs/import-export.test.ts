import { describe, expect, it, vi } from 'vitest';
import { FormatError } from '#shared/formats/format-error.ts';
import { proposeMapping } from '#shared/formats/mapping/propose-mapping.ts';
import { exportLayers } from '#shared/jobs/export-layers.ts';
import { forgetImport } from '#shared/jobs/import-files.ts';
import type { JobContext } from '#shared/jobs/job.ts';
import { parseImport } from '#shared/jobs/parse-import.ts';
import { planImportJob } from '#shared/jobs/plan-import.ts';
import { packIssues } from '#shared/model/issue-chunk.ts';
import { allIssues } from '#shared/model/issue-filter.ts';
import { projectRecord, recordsOf } from '#test/unit/shared/formats/import/import-fixtures.ts';

const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** A context that notes progress and cancels once it has reached `cancelAt`. */
function watch(cancelAt = Infinity) {
  const controller = new AbortController();
  const seen: number[] = [];
  const context: JobContext = {
    signal: controller.signal,
    progress: (fraction) => {
      seen.push(fraction);
      if (fraction >= cancelAt) controller.abort();
    },
  };
  return { context, seen };
}

const points = file('points.csv', '名称,经度,纬度\n甲,116.1,39.9\n乙,,\n');

describe('import jobs', () => {
  it('read a file once for both steps, again in another encoding, and let go of it', async () => {
    const bytes = new Blob([points.bytes]);
    const reads = vi.spyOn(bytes, 'arrayBuffer');
    const kept = { name: points.name, bytes, key: 'kept' };
    const { tables } = await parseImport(kept, watch().context);
    const mapping = tables[0] ? proposeMapping(tables[0], 'point', '未分类') : null;
    const plan = (encoding?: string) =>
      planImportJob(
        {
          files: [{ ...kept, encoding, mappings: [mapping] }],
          records: [projectRecord()],
          today: '2026-03-04',
        },
        watch().context,
      );
    expect((await plan()).added).toEqual({ point: 1 });
    expect((await plan()).added).toEqual({ point: 1 });
    expect(reads).toHaveBeenCalledTimes(1);
    await plan('gb18030');
    expect(reads).toHaveBeenCalledTimes(2);
    await forgetImport({ keys: ['kept'] }, watch().context);
    await plan('gb18030');
    expect(reads).toHaveBeenCalledTimes(3);
    await forgetImport({ keys: ['kept'] }, watch().context);
  });

  it('give the columns of issues away, and no other buffer', async () => {
    const list = file('a.csv', '编号,发现时间,类别,经度,纬度\n1,2026-01-02,垃圾,116.1,39.9\n');
    const { tables } = await parseImport(list, watch().context);
    const mapping = tables[0] ? proposeMapping(tables[0], 'issue', '其他') : null;
    const given: ArrayBuffer[] = [];
    const { records } = await planImportJob(
      {
        files: [{ ...list, mappings: [mapping] }],
        records: [projectRecord()],
        today: '2026-03-04',
      },
      { ...watch().context, handOver: (buffers) => given.push(...buffers) },
    );
    const chunk = records.find((record) => record.kind === 'issueChunk');
    const columns = Object.values(chunk ?? {}).filter((value) => ArrayBuffer.isView(value));
    expect(columns).toHaveLength(11);
    expect(new Set(given)).toEqual(new Set(columns.map(({ buffer }) => buffer)));
    expect(given).toHaveLength(columns.length);
  });

  it('read a file, then plan it, with progress that only grows to 1', async () => {
    const reading = watch();
    const { formatId, tables } = await parseImport(points, reading.context);
    expect(formatId).toBe('csv');
    expect(tables[0]).toMatchObject({ rowCount: 2, unreadable: 0 });
    expect(reading.seen.at(-1)).toBe(1);

    const planning = watch();
    const mapping = tables[0] ? proposeMapping(tables[0], 'point', '未分类') : null;
    const plan = await planImportJob(
      {
        files: [{ ...points, mappings: [mapping] }],
        records: [projectRecord()],
        today: '2026-03-04',
      },
      planning.context,
    );
    expect(recordsOf(plan, 'point').map(({ name }) => name)).toEqual(['甲']);
    expect(plan.rejected.map(({ file: name, row }) => [name, row])).toEqual([['points.csv', 3]]);
    expect(planning.seen).toEqual(planning.seen.toSorted((a, b) => a - b));
    expect(planning.seen.at(-1)).toBe(1);
  });

  it('leave out tables without a mapping', async () => {
    const plan = await planImportJob(
      { files: [{ ...points, mappings: [null] }], records: [], today: '2026-03-04' },
      watch().context,
    );
    expect(plan).toMatchObject({ records: [], rejected: [] });
  });

  it('say what is wrong with a file', async () => {
    const reading = parseImport(file('a.geojson', '{"type":'), watch().context);
    await expect(reading).rejects.toBeInstanceOf(FormatError);
  });

  it('end when they are cancelled', async () => {
    const rows = Array.from({ length: 9000 }, (_, index) => `点${index},116.1,39.9`).join('\n');
    const many = file('many.csv', `名称,经度,纬度\n${rows}`);
    const { tables } = await parseImport(many, watch().context);
    const mapping = tables[0] ? proposeMapping(tables[0], 'point', '未分类') : null;
    const input = { files: [{ ...many, mappings: [mapping] }], records: [], today: '2026-03-04' };
    const planning = watch(0.3);
    await expect(planImportJob(input, planning.context)).rejects.toThrow(/abort/i);
    expect(planning.seen.at(-1)).toBeLessThan(0.7);
  });
});

describe('exportLayers', () => {
  const issues = ['reported', 'closed'] as const;
  const chunks = packIssues(
    issues.map((status, index) => ({
      kind: 'issue',
      id: `00000000-0000-4000-8000-00000000000${index}`,
      issueClass: 'order',
      status,
      position: [116, 39],
      foundAt: '2026-03-01T00:00:00.000Z',
      dueAt: null,
      closedAt: null,
      text: '',
      lostPoints: 0,
    })),
    () => '00000000-0000-4000-8000-000000000009',
  );
  const input = {
    records: [projectRecord(), ...chunks],
    findings: [],
    findingList: null,
    format: 'geojson' as const,
    crs: 'EPSG:4326',
    encoding: 'utf-8' as const,
    name: '海淀',
    under: null,
    holders: false,
    phones: false,
    today: '2026-03-04',
  };

  it('writes the issues that the filter lets through, with the name of their class', async () => {
    const { bytes } = await exportLayers(
      { ...input, layers: ['issues'], issueFilter: { ...allIssues, statuses: ['closed'] } },
      watch().context,
    );
    const { features } = JSON.parse(new TextDecoder().decode(bytes));
    expect(features.map(({ properties }: { properties: object }) => properties)).toEqual([
      expect.objectContaining({ status: 'closed', className: '市容秩序' }),
    ]);
  });

  it('ends when it is cancelled', async () => {
    const job = exportLayers(
      { ...input, layers: ['points', 'issues'], issueFilter: allIssues },
      watch(0).context,
    );
    await expect(job).rejects.toThrow(/abort/i);
  });
});
