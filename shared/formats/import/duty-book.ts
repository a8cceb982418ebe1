import type { RecordOf } from '#shared/model/record.ts';
import type { ImportDraft } from './import-draft.ts';
import type { ImportNote, PlanContext } from './plan.ts';

type DutyList = RecordOf<'dutyList'>;
type Entry = DutyList['entries'][number];
type CheckIn = DutyList['checkIns'][number];

interface Day {
  entries: Entry[];
  checkIns: CheckIn[];
}

/** How many of `a` are in `b`. */
function common(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const one of a) if (b.has(one)) count += 1;
  return count;
}

/**
 * The days of one imported list. A list that was imported before, from a file of the same name or with
 * mostly the same people, is brought up to date; another list of the same day stands beside it, also one
 * of a few people of a long list: nobody is lost by it.
 */
export class DutyBook {
  private readonly days = new Map<string, Day>();
  private readonly draft: ImportDraft;
  private readonly context: PlanContext;
  private readonly source: string;
  /** What tells people of lists apart, those of earlier lists too. */
  private readonly whoIs: (named: Entry) => string;
  /** Whether the list says who is on duty, or only who has checked in. */
  private readonly names: boolean;
  /** Whether the list says when people checked in. */
  private readonly times: boolean;

  constructor(
    draft: ImportDraft,
    context: PlanContext,
    given: { source: string; names: boolean; times: boolean; whoIs: (named: Entry) => string },
  ) {
    this.draft = draft;
    this.context = context;
    this.source = given.source;
    this.whoIs = given.whoIs;
    this.names = given.names;
    this.times = given.times;
  }

  of(day: string): Day {
    let found = this.days.get(day);
    if (!found) {
      found = { entries: [], checkIns: [] };
      this.days.set(day, found);
    }
    return found;
  }

  /** Puts the lists into the draft; answers what is to be said about each. */
  save(): ImportNote[] {
    return [...this.days].flatMap(([day, { entries, checkIns }]) => {
      if (entries.length + checkIns.length === 0) return [];
      const now = new Set((this.names ? entries : checkIns).map(this.whoIs));
      const known = this.before(day, now);
      const standIns = new Map(
        known?.entries.flatMap((entry) => (entry.standInId ? [[this.whoIs(entry), entry]] : [])),
      );
      this.draft.put({
        kind: 'dutyList',
        id: known?.id ?? this.context.newId(),
        day,
        source: this.source,
        entries: entries.map((entry) => {
          const standInId = standIns.get(this.whoIs(entry))?.standInId;
          return standInId === undefined ? entry : { ...entry, standInId };
        }),
        checkIns: this.times ? checkIns : (known?.checkIns ?? []),
      });
      const was = new Set((this.names ? known?.entries : known?.checkIns)?.map(this.whoIs));
      const kept = common(now, was);
      return {
        key: known ? 'dutyUpdated' : this.names ? 'dutyNew' : 'checkInsNew',
        params: {
          day,
          entries: entries.length,
          checkIns: checkIns.length,
          source: known?.source ?? '',
          more: now.size - kept,
          fewer: was.size - kept,
        },
      };
    });
  }

  /** The list of the day that this one corrects; lists by hand have no source and are never touched. */
  private before(day: string, now: ReadonlySet<string>): DutyList | null {
    const fits = this.draft
      .all('dutyList')
      .filter((list) => {
        const same = list.day === day && list.source !== '';
        return same && list.entries.length > 0 === this.names;
      })
      .map((list) => {
        const was = new Set((this.names ? list.entries : list.checkIns).map(this.whoIs));
        return { list, shared: common(now, was), most: Math.max(now.size, was.size) };
      })
      .filter(({ list, shared, most }) =>
        list.source === this.source ? shared > 0 : shared > most / 2,
      )
      .sort((a, b) => b.shared - a.shared);
    return fits[0]?.list ?? null;
  }
}
