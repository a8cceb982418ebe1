import { readFileSync } from 'node:fs';
import type { Planted } from '#resources/sample/generate/planted.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';
import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';

const folder = new URL('../../../../resources/sample/', import.meta.url);

export const samplePath = new URL('haidian.hengzong', folder);

export interface OpenedSample {
  bytes: Buffer;
  records: readonly AnyRecord[];
  planted: Planted;
  all<K extends RecordKind>(kind: K): RecordOf<K>[];
}

/** The sample project as it is in the repository. */
export async function openSample(): Promise<OpenedSample> {
  const bytes = readFileSync(samplePath);
  const { records } = await unpackProject(new Uint8Array(bytes));
  const planted = JSON.parse(readFileSync(new URL('planted.json', folder), 'utf8')) as Planted;
  return {
    bytes,
    records,
    planted,
    all: <K extends RecordKind>(kind: K) =>
      records.filter((record): record is RecordOf<K> => record.kind === kind),
  };
}
