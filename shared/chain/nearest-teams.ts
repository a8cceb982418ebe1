import { distanceM } from '#shared/geo/distance-m.ts';
import type { ChainRules } from '#shared/model/chain-rules.ts';
import type { Point } from '#shared/model/point.ts';
import type { Team } from '#shared/model/team.ts';
import { teamMinutes } from './team-minutes.ts';

export interface TeamReach {
  team: Team;
  /** Straight line in metres. */
  straightM: number;
  minutes: number;
}

/** The team that is first at a position; of teams equally quick the one with the smaller id. */
export function firstTeam(
  teams: Iterable<Team>,
  position: readonly number[],
  reach: ChainRules['reach'],
): TeamReach | null {
  let first: TeamReach | null = null;
  for (const team of teams) {
    const straightM = distanceM(team.base, position);
    const minutes = teamMinutes(straightM, team.transport, reach);
    if (
      !first ||
      minutes < first.minutes ||
      (minutes === first.minutes && team.id < first.team.id)
    ) {
      first = { team, straightM, minutes };
    }
  }
  return first;
}

/** Which team is first at each point, kept up to date team by team. */
export class NearestTeams {
  private readonly teams = new Map<string, Team>();
  private readonly first = new Map<string, TeamReach>();
  private readonly points: readonly Point[];
  private readonly reach: ChainRules['reach'];

  constructor(points: readonly Point[], teams: Iterable<Team>, reach: ChainRules['reach']) {
    this.points = points;
    this.reach = reach;
    for (const team of teams) this.teams.set(team.id, team);
    for (const point of points) this.ask(point);
  }

  get teamCount(): number {
    return this.teams.size;
  }

  of(pointId: string): TeamReach | null {
    return this.first.get(pointId) ?? null;
  }

  /** Adds a team, changes it, or takes it away (null); answers the points whose first team it changed. */
  set(id: string, team: Team | null): string[] {
    if ((this.teams.get(id) ?? null) === team) return [];
    if (team) this.teams.set(id, team);
    else this.teams.delete(id);
    const changed: string[] = [];
    for (const point of this.points) {
      const before = this.first.get(point.id) ?? null;
      if (before?.team.id === id) {
        this.ask(point);
      } else if (team) {
        const straightM = distanceM(team.base, point.position);
        const minutes = teamMinutes(straightM, team.transport, this.reach);
        const sooner =
          !before ||
          minutes < before.minutes ||
          (minutes === before.minutes && id < before.team.id);
        if (!sooner) continue;
        this.first.set(point.id, { team, straightM, minutes });
      } else continue;
      changed.push(point.id);
    }
    return changed;
  }

  private ask(point: Point): void {
    const first = firstTeam(this.teams.values(), point.position, this.reach);
    if (first) this.first.set(point.id, first);
    else this.first.delete(point.id);
  }
}
