import type { Person } from '#shared/model/person.ts';
import type { RecordOf } from '#shared/model/record.ts';
import type { Zone } from '#shared/model/zone.ts';
import { dayMs, dayText, sampleDay, utcOffsetMinutes } from './calendar.ts';
import type { Staff } from './people.ts';
import { seeded } from './random.ts';

type DutyList = RecordOf<'dutyList'>;

const listSource = '示例值班表（虚构）';
const checkInSource = '示例签到表（虚构）';

/**
 * Duty lists with the heads of all zones. On the day of the sample, and on the next (which is today in
 * an app that opens it before the hour of the newest issue), everybody is in by the cut-off, so that
 * there is no finding; the day before shows what a morning can look like: late, missing, unknown, and
 * somebody standing in.
 */
export function makeDutyLists(zones: readonly Zone[], staff: Staff): DutyList[] {
  const random = seeded('duty');
  const people = new Map(staff.people.map((person) => [person.id, person]));
  const heads = new Set<Person>();
  for (const { id } of zones) {
    for (const { role, targetId, personId } of staff.posts) {
      const person = people.get(personId ?? '');
      if (role === 'zone-head' && targetId === id && person) heads.add(person);
    }
  }
  const start = (day: string) => Date.parse(`${day}T00:00:00Z`) - utcOffsetMinutes * 60_000;
  const at = (day: string, minutes: number) =>
    new Date(start(day) + Math.round(minutes * 60) * 1000).toISOString();
  const inTime = () => random.between(6 * 60 + 2, 6 * 60 + 39);
  const named = ({ name, phone }: Person) => ({ personId: null, name, phone });
  const lists = (
    day: string,
    entries: DutyList['entries'],
    checkIns: DutyList['checkIns'],
  ): DutyList[] => {
    const common = { kind: 'dutyList', day } as const;
    return [
      { ...common, id: random.uuid(), source: listSource, entries, checkIns: [] },
      { ...common, id: random.uuid(), source: checkInSource, entries: [], checkIns },
    ];
  };

  const all = [...heads];
  const dayAfter = (days: number) => dayText(Date.parse(`${sampleDay}T00:00:00Z`) + days * dayMs);
  const calm = [sampleDay, dayAfter(1)];
  const yesterday = dayAfter(-1);
  const [absent, replaced, standIn, ...others] = all;
  if (!absent || !replaced || !standIn) throw new Error('too few zones for a duty list');
  const missing = new Set([absent, replaced, ...others.filter((_, index) => index % 17 === 5)]);
  return [
    ...calm.flatMap((day) =>
      lists(
        day,
        all.map(named),
        all.map((person) => ({ ...named(person), at: at(day, inTime()) })),
      ),
    ),
    ...lists(
      yesterday,
      [
        ...all.map((person) =>
          person === replaced ? { ...named(person), standInId: standIn.id } : named(person),
        ),
        { personId: null, name: '临时值守', phone: '' },
      ],
      all
        .filter((person) => !missing.has(person))
        .map((person, index) => ({
          ...named(person),
          at: at(yesterday, index % 13 === 7 ? inTime() + 40 : inTime()),
        })),
    ),
  ];
}
