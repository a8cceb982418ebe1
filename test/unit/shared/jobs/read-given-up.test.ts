import { describe, expect, it } from 'vitest';
import { type ImportFile, readImport } from '#shared/jobs/import-files.ts';
import type { JobContext } from '#shared/jobs/job.ts';

const rowCount = 200_000;

/** A file large enough that reading it takes several turns. */
function largeFile(key: string): ImportFile {
  const lines = Array.from({ length: rowCount }, (_, i) => `POINT (${i / 1e5} 1)`);
  return { name: 'a.wkt', bytes: new TextEncoder().encode(lines.join('\n')), key };
}

function job(): { context: JobContext; abort: () => void } {
  const controller = new AbortController();
  const context = { signal: controller.signal, progress: () => {} };
  return { context, abort: () => controller.abort() };
}

describe('readImport', () => {
  it('ends with the reason of the signal when its job is cancelled in the middle of a file', async () => {
    const { context, abort } = job();
    const reading = readImport(largeFile('cancelled'), context);
    setTimeout(abort);
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('reads anew for those who still want what somebody else gave up', async () => {
    const file = largeFile('shared');
    const [first, second, third] = [job(), job(), job()];
    const given = readImport(file, first.context);
    // Waits for the same reading when that is given up.
    const waiting = readImport(file, second.context);
    setTimeout(first.abort);
    await expect(given).rejects.toMatchObject({ name: 'AbortError' });
    // Comes after it.
    const late = readImport(file, third.context);
    for (const { layers } of [await waiting, await late]) {
      expect(layers[0]?.rows).toHaveLength(rowCount);
    }
    expect((await waiting).layers).toBe((await late).layers);
  });
});
