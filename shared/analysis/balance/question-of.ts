import type { Position } from 'geojson';
import { weightsOf } from '#shared/analysis/workload.ts';
import { GroundLocator } from '#shared/chain/ground-locator.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { innerPlace } from '#shared/geo/inner-place.ts';
import { borderLines } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import type { GroundQuestion } from './ground-problem.ts';

/** Zones that no lock holds. */
function unlocked(document: DocumentView, zones: readonly Zone[]): Zone[] {
  const locks = document.all('lock');
  return zones.filter(({ id }) =>
    locks.every(({ what }) => {
      if (what.of === 'zone') return what.zoneId !== id;
      return what.of !== 'outside' || what.zoneIds.includes(id);
    }),
  );
}

/**
 * The question how ground is to be divided, from a project: locked zones and the units in them stay out of
 * it, locked borders stay borders, work is weighed as the project says.
 * @param zoneIds zones that are there now and may change
 * @param zoneCount how many there are to be, without the locked ones
 */
export function questionOf(
  document: DocumentView,
  args: {
    zoneIds: readonly string[];
    zoneCount: number;
    units: GroundQuestion['units'];
    barriers: readonly Position[][];
    barrierReachM: number;
    bridgeFree: boolean;
  },
): GroundQuestion {
  const given = args.zoneIds.flatMap((id) => document.find('zone', id) ?? []);
  const zones = unlocked(document, given);
  const open = new Set(zones.map(({ id }) => id));
  const held = new GroundLocator(
    document.all('zone').filter((zone) => zone.shape === 'block' && !open.has(zone.id)),
    (zone) => {
      const ground = zoneGround(zone);
      return ground && new BandedArea(ground);
    },
  );
  const units = args.units.filter(({ geometry }) => {
    const [x, y] = innerPlace(geometry) ?? [];
    if (x === undefined || y === undefined) return false;
    return held.at(toGrid(x), toGrid(y)).every(({ onBorder }) => onBorder);
  });
  const locked = document
    .all('lock')
    .flatMap(({ what }) => (what.of === 'border' ? borderLines(what) : []));
  return {
    units,
    zones,
    above: document.all('zone').filter(({ shape }) => shape !== 'block'),
    zoneCount: args.zoneCount,
    points: document.all('point'),
    issues: document.all('issueChunk'),
    weights: weightsOf(document),
    barriers: args.barriers,
    barrierReachM: args.barrierReachM,
    bridgeFree: args.bridgeFree,
    locked,
  };
}
