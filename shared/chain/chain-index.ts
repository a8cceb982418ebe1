import { toGrid } from '#shared/geo/grid.ts';
import { type ChainRules, defaultChainRules } from '#shared/model/chain-rules.ts';
import type { Community } from '#shared/model/community.ts';
import type { Point } from '#shared/model/point.ts';
import type { Street } from '#shared/model/street.ts';
import type { Team } from '#shared/model/team.ts';
import type { Zone } from '#shared/model/zone.ts';
import type { ChainInput } from './chain-input.ts';
import { type ChainPlace, chainPlaces } from './chain-place.ts';
import { areaGround, zoneGroundOf } from './ground.ts';
import { GroundLocator } from './ground-locator.ts';
import { Nearby } from './nearby.ts';
import { type IssueRef, issuePosition, openIssues } from './open-issues.ts';
import { countPlaces, type PlaceCounts } from './place-counts.ts';
import { Roster } from './roster.ts';
import { chooseZone, type ZoneChoice } from './zone-choice.ts';

/** Makes a value at the first question for it, and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * The chain of one state of a project, found by place, person and position. People, posts and teams
 * may change in it (`roster`, `setTeam`); when places, exceptions or issues change, make a new one.
 * What a question does not need is not made.
 */
export class ChainIndex {
  readonly input: ChainInput;
  readonly rules: ChainRules;
  readonly utcOffsetMinutes: number;
  readonly places: ReadonlyMap<string, ChainPlace>;
  readonly roster: Roster;
  readonly teams: Map<string, Team>;
  private readonly made;

  constructor(input: ChainInput) {
    this.input = input;
    this.rules = input.rules ?? defaultChainRules();
    this.utcOffsetMinutes = input.utcOffsetMinutes ?? 480;
    this.places = chainPlaces(input);
    this.roster = new Roster(input.people, input.posts);
    this.teams = new Map((input.teams ?? []).map((team) => [team.id, team]));
    const areas = <T extends Street | Community>(items: readonly T[]) =>
      once(() => new GroundLocator(items, ({ geometry }) => areaGround(geometry)));
    const open = once(() => openIssues(input.issueChunks ?? []));
    this.made = {
      district: once(() => input.district && areaGround(input.district.geometry)),
      exceptions: once(() => (input.exceptions ?? []).map(({ geometry }) => areaGround(geometry))),
      streets: areas(input.streets),
      communities: areas(input.communities),
      zones: once(() => new GroundLocator(input.zones, zoneGroundOf)),
      pointsNear: once(() => new Nearby(input.points, (point) => point.position)),
      open,
      issuesNear: once(() => new Nearby(open(), issuePosition)),
      counts: once(() => countPlaces(this)),
    };
  }

  get streets(): GroundLocator<Street> {
    return this.made.streets();
  }

  get communities(): GroundLocator<Community> {
    return this.made.communities();
  }

  get zones(): GroundLocator<Zone> {
    return this.made.zones();
  }

  get pointsNear(): Nearby<Point> {
    return this.made.pointsNear();
  }

  get openIssues(): readonly IssueRef[] {
    return this.made.open();
  }

  get openIssuesNear(): Nearby<IssueRef> {
    return this.made.issuesNear();
  }

  /** Whether the grid position (x, y) is in the district or on its border; any is where there is none. */
  inDistrict(x: number, y: number): boolean {
    return this.made.district()?.locate(x, y) !== 'outside';
  }

  /** Makes everything now that questions about spots need, so that the first is as quick as the rest. */
  prepare(): void {
    for (const make of Object.values(this.made)) make();
  }

  /** Points and open issues on the ground of a place. */
  countsOf(placeId: string): PlaceCounts {
    return this.made.counts().get(placeId) ?? { points: 0, openIssues: 0 };
  }

  /** The zone that answers at the grid position (x, y) for a class of issue; null: in general. */
  zoneFor(x: number, y: number, issueClass: string | null): ZoneChoice | null {
    return chooseZone(this.zones.at(x, y), issueClass);
  }

  /** As {@link zoneFor}, for [longitude, latitude] in degrees. */
  zoneAt(position: readonly [number, number], issueClass: string | null): ZoneChoice | null {
    return this.zoneFor(toGrid(position[0]), toGrid(position[1]), issueClass);
  }

  setTeam(id: string, team: Team | null): void {
    if (team) this.teams.set(id, team);
    else this.teams.delete(id);
  }
}
