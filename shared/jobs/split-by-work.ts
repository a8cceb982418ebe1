import type { Position } from 'geojson';
import { monthsOf } from '#shared/analysis/cases-a-month.ts';
import { blockOf, roadPieces } from '#shared/analysis/road-pieces.ts';
import { issueWeight, pointWeight, weightsOf } from '#shared/analysis/workload.ts';
import { GroundLocator } from '#shared/chain/ground-locator.ts';
import { chooseZone } from '#shared/chain/zone-choice.ts';
import type { Command } from '#shared/edits/command.ts';
import { splitEvenly } from '#shared/edits/commands/split-evenly.ts';
import { BandedArea } from '#shared/geo/banded-area.ts';
import { areaBounds, boundsMeet } from '#shared/geo/bounds.ts';
import { fromGrid, toGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { GroundWork, WeightAt } from '#shared/topology/redraw/work-limit.ts';
import { WeightsByCell } from '#shared/topology/redraw/weights-by-cell.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';

/** The work that is a zone's own by the project's formula: its ground, and what on it counts to no other zone. */
function workOf(document: DocumentView, zoneId: string): GroundWork {
  const zone = document.find('zone', zoneId);
  const ground = zone && zoneGround(zone);
  if (!ground) return { places: [], perM2: 0 };
  const box = areaBounds(ground);
  const [west, south, east, north] = box;
  const isNear = (x: number, y: number) => x >= west && x <= east && y >= south && y <= north;
  const near = document.all('zone').flatMap((other) => {
    const area = zoneGround(other);
    return area && boundsMeet(box, areaBounds(area)) ? [{ other, area }] : [];
  });
  const grounds = new Map(near.map(({ other, area }) => [other, new BandedArea(area)]));
  const locator = new GroundLocator(grounds.keys(), (other) => grounds.get(other) ?? null);
  const found = ([x = 0, y = 0]: Position) => locator.at(toGrid(x), toGrid(y));
  const weights = weightsOf(document);
  const places: WeightAt[] = [];

  for (const { position, pointKind } of document.all('point')) {
    const weight = pointWeight(weights, pointKind);
    if (weight === 0 || !isNear(...position)) continue;
    if (chooseZone(found(position), null)?.zone.id === zoneId) places.push({ position, weight });
  }
  for (const { other } of weights.roadKm > 0 ? near : []) {
    for (const { middle, lengthM } of roadPieces(other)) {
      if (blockOf(found(middle)) !== zoneId) continue;
      places.push({ position: middle, weight: (weights.roadKm * lengthM) / 1000 });
    }
  }
  const chunks = document.all('issueChunk');
  const months = monthsOf(chunks);
  const issues = new WeightsByCell();
  for (const chunk of chunks) {
    const ofClass = chunk.classes.map((key) => issueWeight(weights, key) / months);
    for (let i = 0; i < chunk.count; i++) {
      const weight = ofClass[chunk.issueClass[i]!]!;
      if (weight === 0) continue;
      const [x, y] = [chunk.longitude[i]!, chunk.latitude[i]!];
      if (!isNear(fromGrid(x), fromGrid(y))) continue;
      const issueClass = chunk.classes[chunk.issueClass[i]!]!;
      const choice = chooseZone(locator.at(x, y), issueClass);
      if (choice?.zone.id === zoneId) issues.add(x, y, weight);
    }
  }
  return { places: [...places, ...issues.places()], perM2: weights.squareKm / 1e6 };
}

/** Splits a zone into parts of equal work by the project's formula; by area where nothing weighs anything. */
export const splitByWork: Command<{ zoneId: string; parts: number; newId: string }> = (
  document,
  args,
) => splitEvenly(document, { ...args, work: workOf(document, args.zoneId) });
