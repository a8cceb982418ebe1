import type { Command } from '#shared/edits/command.ts';
import { splitEvenly } from '#shared/edits/commands/split-evenly.ts';
import { areaBounds } from '#shared/geo/bounds.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import type { WeightAt } from '#shared/topology/redraw/even-cut.ts';
import { monthsOf } from '#shared/analysis/cases-a-month.ts';
import { issueWeight, pointWeight, weightsOf } from '#shared/analysis/workload.ts';

/** What weighs where in a zone's box, by the project's weights of points and issues. */
function weightsNear(document: DocumentView, zoneId: string): WeightAt[] {
  const zone = document.find('zone', zoneId);
  const ground = zone && zoneGround(zone);
  if (!ground) return [];
  const [west, south, east, north] = areaBounds(ground);
  const isNear = (x: number, y: number) => x >= west && x <= east && y >= south && y <= north;
  const weights = weightsOf(document);
  const found: WeightAt[] = [];
  for (const { position, pointKind } of document.all('point')) {
    const [x, y] = position;
    const weight = pointWeight(weights, pointKind);
    if (weight > 0 && isNear(x, y)) found.push({ position, weight });
  }
  const chunks = document.all('issueChunk');
  const months = monthsOf(chunks);
  for (const chunk of chunks) {
    const ofClass = chunk.classes.map((key) => issueWeight(weights, key));
    for (let i = 0; i < chunk.count; i++) {
      const [x, y] = [fromGrid(chunk.longitude[i]!), fromGrid(chunk.latitude[i]!)];
      const weight = (ofClass[chunk.issueClass[i]!] ?? weights.issueAMonth) / months;
      if (weight > 0 && isNear(x, y)) found.push({ position: [x, y], weight });
    }
  }
  return found;
}

/** Splits a zone into parts of equal work: points and issues by their weights. Without any, by area. */
export const splitByWork: Command<{ zoneId: string; parts: number; newId: string }> = (
  document,
  args,
) => {
  const weights = weightsNear(document, args.zoneId);
  return splitEvenly(document, { ...args, ...(weights.length > 0 && { weights }) });
};
