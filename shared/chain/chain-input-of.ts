import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';
import type { ChainInput } from './chain-input.ts';

/**
 * The chain of a project from its records, whatever else is among them. Issues are left to the
 * caller: they are many, and only loads and spots ask for them.
 */
export function chainInputOf(
  records: Iterable<AnyRecord>,
): ChainInput & Required<Pick<ChainInput, 'exceptions'>> {
  const byKind = new Map<RecordKind, AnyRecord[]>();
  for (const record of records) {
    const list = byKind.get(record.kind);
    if (list) list.push(record);
    else byKind.set(record.kind, [record]);
  }
  const all = <K extends RecordKind>(kind: K) => (byKind.get(kind) ?? []) as RecordOf<K>[];
  const [project] = all('project');
  return {
    district: all('district')[0] ?? null,
    streets: all('street'),
    communities: all('community'),
    zones: all('zone'),
    points: all('point'),
    people: all('person'),
    posts: all('post'),
    teams: all('team'),
    dutyLists: all('dutyList'),
    exceptions: all('exception'),
    roles: project?.schemes.roles ?? [],
    rules: project?.chain,
    utcOffsetMinutes: project?.utcOffsetMinutes,
  };
}
