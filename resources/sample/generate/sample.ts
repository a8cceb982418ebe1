import { packIssues } from '#shared/model/issue-chunk.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Zone } from '#shared/model/zone.ts';
import { makeBorderEntries } from './border-entries.ts';
import { sampleDay } from './calendar.ts';
import { makeDutyLists } from './duty.ts';
import { makeIssues } from './issues.ts';
import { makeOrganisations } from './organisations.ts';
import { makeStaff } from './people.ts';
import { makePlaces } from './places.ts';
import { type Planted, plant } from './planted.ts';
import { makePoints } from './points.ts';
import { makeProject } from './project.ts';
import { seeded } from './random.ts';
import { makeScenes } from './scenes.ts';
import { makeSpots } from './spots.ts';
import { makeStripsAndSites } from './strips-and-sites.ts';
import { makeTeams } from './teams.ts';

export interface Sample {
  records: AnyRecord[];
  planted: Planted;
}

/** The whole sample project; each call gives the same. Takes some seconds. */
export function makeSample(): Sample {
  const places = makePlaces();
  const overlays = makeStripsAndSites(places);
  const zones: Zone[] = [...places.blocks.map((block) => block.zone), ...overlays.zones];
  const placed = makePoints(places, overlays);
  const organisations = makeOrganisations(places);
  const staff = makeStaff(places, zones, placed, organisations);
  const teams = makeTeams(places, placed, organisations, staff);
  const planted = plant(sampleDay, places, staff);
  const issues = makeIssues(makeSpots(places, placed));
  const scenes = makeScenes(places, zones, placed.length, issues, planted);
  const chunkIds = seeded('issue chunks');
  const chunks = packIssues(issues, () => chunkIds.uuid());
  return {
    planted,
    records: [
      makeProject(),
      places.district,
      ...places.streets,
      ...places.communities,
      ...zones,
      ...placed.map(({ point }) => point),
      ...staff.people,
      ...organisations.all,
      ...staff.posts,
      ...teams,
      ...makeDutyLists(zones, staff),
      ...places.exceptions,
      ...makeBorderEntries(places, chunks),
      ...chunks,
      ...scenes,
    ],
  };
}
