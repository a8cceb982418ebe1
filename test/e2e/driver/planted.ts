import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#electron/launch/project-folder.mjs';

type LonLat = [longitude: number, latitude: number];

interface Planted {
  overlaps: { zones: [string, string]; at: LonLat }[];
  gaps: { at: LonLat }[];
  vacant: { target: string };
  doubleHolder: { target: string; people: string[] };
  expired: { target: string };
  unreachable: { person: string; target: string };
}

/** What was put wrong into the sample on purpose, as its generator wrote it down. */
export const planted = JSON.parse(
  readFileSync(join(projectFolder, 'resources', 'sample', 'planted.json'), 'utf8'),
) as Planted;

/** Number of findings that each proof must come to. */
export const plantedCounts = {
  horizontal: planted.overlaps.length + planted.gaps.length,
  vertical: [planted.vacant, planted.doubleHolder, planted.expired, planted.unreachable].length,
};
