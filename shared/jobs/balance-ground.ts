import type { Position } from 'geojson';
import { balanceGraph } from '#shared/analysis/balance/balance-problem.ts';
import { barriersOn } from '#shared/analysis/balance/barriers-on.ts';
import { type DivisionScore, scoreDivision } from '#shared/analysis/balance/division-score.ts';
import { groundProblem } from '#shared/analysis/balance/ground-problem.ts';
import { presentDivision } from '#shared/analysis/balance/present-division.ts';
import {
  type BalanceAim,
  BalanceError,
  proposeDivisions,
} from '#shared/analysis/balance/propose-divisions.ts';
import { questionOf } from '#shared/analysis/balance/question-of.ts';
import { barrierReachM, type UnitChoice, unitsOn } from './balance-units.ts';
import { blocksOn, scopeGround } from '#shared/analysis/balance/zones-in.ts';
import { compactnessOf } from '#shared/analysis/compactness.ts';
import { type GroundMove, groundMoves } from '#shared/analysis/ground-moves.ts';
import { spreadOf } from '#shared/analysis/spread.ts';
import type { Refusal } from '#shared/edits/command.ts';
import { adoptDivision } from '#shared/edits/commands/adopt-division.ts';
import { Document } from '#shared/edits/document.ts';
import { changesOf, type Patch } from '#shared/edits/patch.ts';
import type { NewZoneForm } from '#shared/edits/redraw/new-zone.ts';
import { raisedToStreet } from '#shared/edits/redraw/raised-to-street.ts';
import { patchedView } from '#shared/edits/repair/patched-view.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import { borderLines } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { breathe, type JobHandler } from './job.ts';

/** Kinds of records that a division is proposed and carried out from. */
export const balanceKinds: readonly RecordKind[] = [
  'project',
  'district',
  'street',
  'community',
  'zone',
  'point',
  'post',
  'border',
  'lock',
  'exception',
  'issueChunk',
  'baseUnit',
];

export interface BalanceGroundInput {
  /** Records of {@link balanceKinds}. */
  records: readonly AnyRecord[];
  /** Street to be divided; null: the whole district. */
  streetId: string | null;
  units: UnitChoice;
  /** Number of zones, those that are locked not counted; null: as many as there are, improved. */
  zoneCount: number | null;
  /** Whether zones should rather not reach over roads that are zones of their own. */
  roadsPart: boolean;
  /** Rivers, railways, main roads from elsewhere, in degrees. */
  barriers: readonly Position[][];
  /** Whether zones must not reach over barriers, instead of rather not; see balanceGraph. */
  bridgeFree: boolean;
  /** Name of a new zone before its number. */
  newName: string;
  seed: number;
  effort: number;
}

/** A proposal ready to be adopted: its patch is worked out already. */
export interface GroundProposal {
  aim: BalanceAim;
  score: DivisionScore;
  /** Mean Polsby-Popper of the zones. */
  roundness: number;
  /** Ground that gets another zone, m². */
  movedM2: number;
  zones: { id: string; name: string; isNew: boolean; work: number }[];
  patch: Patch;
  moves: GroundMove[];
  /** Ids of the zones there would be. */
  selection: string[];
}

export type BalancedGround =
  | {
      unitCount: number;
      /** Units that lie on others and were left out. */
      overlapping: number;
      /** Barriers that zones reach over all the same: what lies beyond is too little for one of its own. */
      bridges: number;
      /** How the division is that is there now, where it can be told in the same units. */
      present: { score: DivisionScore; roundness: number } | null;
      proposals: GroundProposal[];
    }
  | Refusal;

function roadsOf(document: DocumentView): Position[][] {
  return document.all('zone').flatMap((zone) => (zone.shape === 'strip' ? borderLines(zone) : []));
}

function roundnessOf(document: DocumentView, ids: readonly string[]): number {
  const values = ids.flatMap((id) => {
    const zone = document.find('zone', id);
    const ground = zone && zoneGround(zone);
    return ground ? [compactnessOf(ground).polsbyPopper] : [];
  });
  return spreadOf(values)?.mean ?? 0;
}

function sizeOf(zone: Zone): number {
  const ground = zoneGround(zone);
  return ground ? areaM2(ground) : 0;
}

/**
 * Proposes divisions of a street or the district, each with the patch that carries it out and the ground
 * that would change hands, so that nothing is left to be worked out when one is adopted. The same input gives
 * the same answer, but for the ids of new zones. @throws the signal's reason when cancelled
 */
export const balanceGround: JobHandler<BalanceGroundInput, BalancedGround> = async (
  input,
  context,
) => {
  const document = new Document(input.records);
  const ground = scopeGround(document, input.streetId);
  if (!ground) return { refused: 'divide.refused.noGround' };
  const barriers = barriersOn(ground, [
    ...input.barriers,
    ...(input.roadsPart ? roadsOf(document) : []),
  ]);
  if (!barriers) return { refused: 'divide.refused.tooManyBarriers' };
  const found = unitsOn(document, ground, input, barriers);
  if ('refused' in found) return found;
  const { units, overlapping } = found;
  await breathe(context);
  const zoneIds = blocksOn(document, ground).map(({ id }) => id);
  const asked = questionOf(document, {
    zoneIds,
    zoneCount: 0,
    units,
    barriers,
    barrierReachM: barrierReachM[input.units.of],
    bridgeFree: input.bridgeFree,
  });
  // With fewer zones than now the largest stay.
  const sizes = new Map(asked.zones.map((zone) => [zone, sizeOf(zone)]));
  const open = asked.zones.toSorted((a, b) => sizes.get(b)! - sizes.get(a)!);
  const zoneCount = input.zoneCount ?? open.length;
  const question = { ...asked, zoneCount, zones: open.slice(0, zoneCount) };
  if (!Number.isInteger(zoneCount) || zoneCount < 1) return { refused: 'divide.refused.noZones' };
  await breathe(context);
  const problem = groundProblem(question);
  await breathe(context);
  let divisions: Awaited<ReturnType<typeof proposeDivisions>>;
  try {
    divisions = await proposeDivisions(problem, input, {
      progress: (fraction) => context.progress(0.75 * fraction),
      breathe: () => breathe(context),
    });
  } catch (error) {
    if (error instanceof BalanceError) return { refused: `edit.redraw.refused.${error.reason}` };
    throw error;
  }
  const newZones: NewZoneForm[] = [];
  for (let number = question.zones.length; number < zoneCount; number++) {
    const name = `${input.newName}${number + 1}`;
    newZones.push({ newId: crypto.randomUUID(), name, parentId: input.streetId });
  }
  const ids = [...question.zones.map(({ id }) => id), ...newZones.map(({ newId }) => newId)];
  const places = new Map(question.units.map(({ id, geometry }) => [id, geometry]));
  const proposals: GroundProposal[] = [];
  let refusal: Refusal | null = null;
  for (const { aim, zoneOf, works, score } of divisions) {
    await breathe(context);
    const result = runCommand(document, adoptDivision, {
      units: problem.units.map(({ id }, u) => ({
        geometry: places.get(id)!,
        zoneId: ids[zoneOf[u]!]!,
      })),
      zoneIds: asked.zones.map(({ id }) => id),
      newZones,
    });
    if ('refused' in result) {
      refusal = result;
      continue;
    }
    await breathe(context);
    const patch = raisedToStreet(document, result.patch);
    const moves = groundMoves(document, changesOf(patch), ids);
    const after = patchedView(document, patch);
    proposals.push({
      aim,
      score,
      roundness: roundnessOf(after, ids),
      movedM2: moves.reduce((sum, { polygon }) => sum + areaM2(polygon), 0),
      zones: ids.map((id, number) => ({
        id,
        name: after.find('zone', id)?.name ?? '',
        isNew: number >= question.zones.length,
        work: works[number] ?? 0,
      })),
      patch,
      moves,
      selection: result.selection,
    });
    context.progress(0.75 + (0.25 * proposals.length) / divisions.length);
  }
  if (proposals.length === 0) return refusal ?? { refused: 'edit.redraw.refused.noDivision' };
  const graph = balanceGraph(problem);
  const now = zoneCount === open.length ? presentDivision(graph) : null;
  const present = now && {
    score: scoreDivision(graph, now),
    roundness: roundnessOf(document, ids),
  };
  return {
    unitCount: problem.units.length,
    overlapping,
    bridges: graph.bridges,
    present,
    proposals,
  };
};
