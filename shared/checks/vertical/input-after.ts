import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';

/** A change of a document, by record id: the form of its patches. */
export interface RecordChanges {
  added: Readonly<Record<string, AnyRecord>>;
  updated: Readonly<Record<string, readonly [from: AnyRecord, to: AnyRecord]>>;
  removed: Readonly<Record<string, AnyRecord>>;
}

/** What the chain is proved of after a change. */
export function chainInputAfter(input: ChainCheckInput, changes: RecordChanges): ChainCheckInput {
  const puts = [
    ...Object.values(changes.updated).map(([, to]) => to),
    ...Object.values(changes.added),
  ];
  const putsOf = <K extends RecordKind>(kind: K) =>
    puts.filter((record): record is RecordOf<K> => record.kind === kind);
  const after = <K extends RecordKind>(kind: K, before: readonly { id: string }[] = []) => {
    const records = new Map(before.map((record) => [record.id, record]));
    for (const id of Object.keys(changes.removed)) records.delete(id);
    for (const record of putsOf(kind)) records.set(record.id, record);
    return [...records.values()] as RecordOf<K>[];
  };
  const [project] = putsOf('project');
  const districts = input.district ? [input.district] : [];
  return {
    ...input,
    district: after('district', districts)[0] ?? null,
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
