import { ChainIndex } from '#shared/chain/chain-index.ts';
import { type OnDuty, dutyRoll } from '#shared/chain/duty-roll.ts';
import { NearestTeams } from '#shared/chain/nearest-teams.ts';
import { PersonMatcher } from '#shared/model/person-matcher.ts';
import { isManned } from '#shared/chain/ready-team.ts';
import { groupBy } from '#shared/geo/group-by.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import type { PostLevel } from '#shared/model/post.ts';
import type { RecordOf } from '#shared/model/record.ts';
import type { Role } from '#shared/model/scheme.ts';
import { dutyDeadline } from './not-on-duty.ts';

/** Everything that the rules of the chain ask, for one day. */
export class ChainState {
  readonly index: ChainIndex;
  readonly on: string;
  readonly levelsProved: boolean;
  private now: number | undefined;
  /** Required roles of each level. */
  readonly required: ReadonlyMap<PostLevel, Role[]>;
  /** Roles with a limit of load, required or not. */
  readonly limited: readonly Role[];
  /** First teams at the points; null when the project asks for none. */
  readonly nearest: NearestTeams | null;
  private readonly dutyLists: Map<string, RecordOf<'dutyList'>>;
  private readonly matcher: PersonMatcher;
  private duty: Map<string, OnDuty>;

  constructor(input: ChainCheckInput) {
    this.on = input.on;
    this.levelsProved = input.levelsProved ?? false;
    this.now = input.now;
    this.index = new ChainIndex(input);
    this.required = groupBy(
      input.roles.filter((role) => role.required),
      (role) => role.level,
    );
    this.limited = input.roles.filter(
      ({ limits }) => limits && Object.values(limits).some((limit) => limit !== undefined),
    );
    const { rules, teams, roster } = this.index;
    this.nearest =
      input.teams && rules.reach.withinMinutes !== null
        ? new NearestTeams(
            input.points,
            [...teams.values()].filter((team) => isManned(team, roster.people, this.on)),
            rules.reach,
          )
        : null;
    this.dutyLists = new Map((input.dutyLists ?? []).map((list) => [list.id, list]));
    this.matcher = new PersonMatcher(roster.people.values());
    this.duty = this.callRoll();
  }

  /** Whether the time by which all have to be in has come. */
  get dutyDue(): boolean {
    const { rules, utcOffsetMinutes } = this.index;
    return (
      this.now === undefined || this.now > dutyDeadline(this.on, rules.dutyCutOff, utcOffsetMinutes)
    );
  }

  /** Goes on to a moment (ms since 1970) of the same day; answers whether the cut-off lies between. */
  passTo(now: number): boolean {
    const before = this.dutyDue;
    this.now = now;
    return this.dutyDue !== before;
  }

  /** The same chain with everything that was changed in it since, for a new state. */
  get input(): ChainCheckInput {
    const { input, roster, teams } = this.index;
    return {
      ...input,
      on: this.on,
      now: this.now,
      levelsProved: this.levelsProved,
      people: [...roster.people.values()],
      posts: [...roster.allPosts()],
      ...(input.teams && { teams: [...teams.values()] }),
      dutyLists: [...this.dutyLists.values()],
    };
  }

  get roll(): ReadonlyMap<string, OnDuty> {
    return this.duty;
  }

  /** Reads the lists of the day again, after people changed; answers the roll as it was before. */
  renewRoll(): ReadonlyMap<string, OnDuty> {
    const before = this.duty;
    this.duty = this.callRoll();
    return before;
  }

  /** Adds a person, changes one, or takes one away (null). */
  setPerson(id: string, person: RecordOf<'person'> | null): void {
    this.index.roster.setPerson(id, person);
    this.matcher.set(id, person);
  }

  /** Adds a duty list, changes it, or takes it away (null). */
  setDutyList(id: string, list: RecordOf<'dutyList'> | null): void {
    if (list) this.dutyLists.set(id, list);
    else this.dutyLists.delete(id);
  }

  /** Puts a team into the reckoning, or out of it, as it stands now; answers the points it changed. */
  renewTeam(id: string): string[] {
    const team = this.index.teams.get(id) ?? null;
    const ready = team && isManned(team, this.index.roster.people, this.on) ? team : null;
    return this.nearest?.set(id, ready) ?? [];
  }

  private callRoll(): Map<string, OnDuty> {
    const { utcOffsetMinutes } = this.index;
    return dutyRoll([...this.dutyLists.values()], this.matcher, this.on, utcOffsetMinutes);
  }
}
