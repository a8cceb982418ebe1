import { toGrid } from '#shared/geo/grid.ts';
import { type ChainRules, defaultChainRules } from '#shared/model/chain-rules.ts';
import type { Community } from '#shared/model/community.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
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
import { countPlace, type PlaceCounts } from './place-counts.ts';
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

/** Makes a value once for each list of records, as long as the list is there: most edits change none of them. */
function perList<Item, T>(make: (items: readonly Item[]) => T): (items: readonly Item[]) => T {
  const known = new WeakMap<readonly Item[], T>();
  return (items) => {
    let made = known.get(items);
    if (made === undefined) {
      made = make(items);
      known.set(items, made);
    }
    return made;
  };
}

const none: readonly IssueChunk[] = [];
const openOf = perList((chunks: readonly IssueChunk[]) => openIssues(chunks));
const issuesNearOf = perList(
  (chunks: readonly IssueChunk[]) => new Nearby(openOf(chunks), issuePosition),
);
const pointsNearOf = perList(
  (points: readonly Point[]) => new Nearby(points, (point) => point.position),
);
const streetsOf = perList(
  (streets: readonly Street[]) =>
    new GroundLocator(streets, ({ geometry }) => areaGround(geometry)),
);
const communitiesOf = perList(
  (communities: readonly Community[]) =>
    new GroundLocator(communities, ({ geometry }) => areaGround(geometry)),
);

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
  private readonly counted = new Map<string, PlaceCounts>();

  constructor(input: ChainInput) {
    this.input = input;
    this.rules = input.rules ?? defaultChainRules();
    this.utcOffsetMinutes = input.utcOffsetMinutes ?? 480;
    this.places = chainPlaces(input);
    this.roster = new Roster(input.people, input.posts);
    this.teams = new Map((input.teams ?? []).map((team) => [team.id, team]));
    this.made = {
      district: once(() => input.district && areaGround(input.district.geometry)),
      exceptions: once(() => (input.exceptions ?? []).map(({ geometry }) => areaGround(geometry))),
      streets: once(() => streetsOf(input.streets)),
      communities: once(() => communitiesOf(input.communities)),
      zones: once(() => new GroundLocator(input.zones, zoneGroundOf)),
      pointsNear: once(() => pointsNearOf(input.points)),
      open: once(() => openOf(input.issueChunks ?? none)),
      issuesNear: once(() => issuesNearOf(input.issueChunks ?? none)),
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

  /** Points and open issues on the ground of a place; counted once for each place that is asked about. */
  countsOf(placeId: string): PlaceCounts {
    let counts = this.counted.get(placeId);
    if (!counts) {
      const place = this.places.get(placeId);
      counts = place ? countPlace(this, place) : { points: 0, openIssues: 0 };
      this.counted.set(placeId, counts);
    }
    return counts;
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
