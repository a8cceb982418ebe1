import { namedKey, PersonMatcher } from '#shared/model/person-matcher.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { RecordOf } from '#shared/model/record.ts';

type DutyList = RecordOf<'dutyList'>;
export type DutyEntry = DutyList['entries'][number];

/** The entry with another stand-in, or (null) with none. */
export function withStandIn(entry: DutyEntry, standInId: string | null): DutyEntry {
  const { personId, name, phone } = entry;
  return { personId, name, phone, ...(standInId !== null && { standInId }) };
}

/** Lists of a day, and a test whether one of their rows means whom `key` stands for in the roll. */
export function dutyListsOf(document: DocumentView, day: string) {
  const matcher = new PersonMatcher(document.all('person'));
  return {
    matcher,
    lists: document.all('dutyList').filter((list) => list.day === day),
    means: (named: Pick<DutyEntry, 'personId' | 'name' | 'phone'>, key: string) =>
      namedKey(named, matcher.find(named)) === key,
  };
}
