import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';

/** A change of a document, by record id: the form of its patches. */
export interface RecordChanges {
  added: Readonly<Record<string, AnyRecord>>;
  updated: Readonly<Record<string, readonly [from: AnyRecord, to: AnyRecord]>>;
  removed: Readonly<Record<string, AnyRecord>>;
}

/** The district there is, as it stands after a change; the first that is put where it is gone. */
function districtAfter(
  before: ChainCheckInput['district'],
  puts: readonly RecordOf<'district'>[],
  removed: RecordChanges['removed'],
): ChainCheckInput['district'] {
  const kept = before && !removed[before.id] ? before : null;
  return puts.find(({ id }) => id === kept?.id) ?? kept ?? puts[0] ?? null;
}

/** What the chain is proved of after a change. */
export function chainInputAfter(input: ChainCheckInput, changes: RecordChanges): ChainCheckInput {
  const puts = [
    ...Object.values(changes.updated).map(([, to]) => to),
    ...Object.values(changes.added),
  ];
  const putsOf = <K extends RecordKind>(kind: K) =>
    puts.filter((record): record is RecordOf<K> => record.kind === kind);
  const changed = new Set(
    [...puts, ...Object.values(changes.removed)].map((record) => record.kind),
  );
  const after = <K extends RecordKind>(kind: K, before: readonly RecordOf<K>[] = []) => {
    // The same list as before tells that what was made of it still holds.
    if (!changed.has(kind)) return before;
    const records = new Map(before.map((record) => [record.id as string, record]));
    for (const id of Object.keys(changes.removed)) records.delete(id);
    for (const record of putsOf(kind)) records.set(record.id, record);
    return [...records.values()];
  };
  const [project] = putsOf('project');
  return {
    ...input,
    district: districtAfter(input.district, putsOf('district'), changes.removed),
    streets: after('street', input.streets),
    communities: after('community', input.communities),
    zones: after('zone', input.zones),
    points: after('point', input.points),
    people: after('person', input.people),
    posts: after('post', input.posts),
    teams: input.teams && after('team', input.teams),
    dutyLists: after('dutyList', input.dutyLists),
    exceptions: after('exception', input.exceptions),
    issueChunks: after('issueChunk', input.issueChunks),
    ...(project && {
      roles: project.schemes.roles,
      rules: project.chain,
      utcOffsetMinutes: project.utcOffsetMinutes,
    }),
  };
}
