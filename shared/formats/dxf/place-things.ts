import type { Position } from 'geojson';
import { FormatError } from '#shared/formats/format-error.ts';
import { LeftOut } from '#shared/formats/geometry/left-out.ts';
import { limits, Meter } from '#shared/formats/limits.ts';
import { mapPositions, positionsOf } from '#shared/geo/map-positions.ts';
import type { Drawing } from './drawing.ts';
import { type DxfThing, numberOf, textOf } from './groups.ts';
import { countHeights } from './count-heights.ts';
import { type DxfShape, isMirrored, layerOf, shapeOf } from './shapes.ts';

export interface PlacedShape extends DxfShape {
  layer: string;
  kind: string;
  /** Name of the block that it comes from; empty for things of the drawing itself. */
  block: string;
}

export interface PlacedShapes {
  shapes: PlacedShape[];
  /** How many things of kinds that are not read, by kind. */
  left: Map<string, number>;
  /** How many things of its sheets, which are measured in millimetres of paper. */
  onPaper: number;
  leftOut: LeftOut;
}

type Move = (position: Position) => Position;

/** Blocks within blocks, beyond which a drawing is taken to insert itself. */
const deepest = 16;
/** Insertions of a whole drawing, copies in rows and columns among them. */
const mostInsertions = 200_000;

function refuseInsertions(): never {
  throw new FormatError('format.dxf.tooManyBlocks', { limit: mostInsertions });
}

/** Where an insertion puts the things of its block: scaled, turned and moved, once or in a grid. */
function movesOf(insert: DxfThing, [bx = 0, by = 0]: Position): Move[] {
  const sx = numberOf(insert, 41, 1);
  const sy = numberOf(insert, 42, 1);
  const angle = (numberOf(insert, 50) * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const columns = Math.max(1, Math.trunc(numberOf(insert, 70, 1)) || 1);
  const rows = Math.max(1, Math.trunc(numberOf(insert, 71, 1)) || 1);
  const count = columns * rows;
  if (count > mostInsertions) refuseInsertions();
  const [east, north] = [numberOf(insert, 10), numberOf(insert, 20)];
  const [acrossStep, upStep] = [numberOf(insert, 44), numberOf(insert, 45)];
  const side = isMirrored(insert) ? -1 : 1;
  return Array.from({ length: count }, (_, i): Move => {
    const dx = (i % columns) * acrossStep;
    const dy = Math.floor(i / columns) * upStep;
    return ([x = 0, y = 0]) => {
      const px = (x - bx) * sx + dx;
      const py = (y - by) * sy + dy;
      const across = east + px * cos - py * sin;
      return [side * across, north + px * sin + py * cos];
    };
  });
}

/** What a block asks for, and what an insertion of it left empty. */
const isBlank = (thing: DxfThing) =>
  thing.kind === 'ATTDEF' || (thing.kind === 'ATTRIB' && textOf(thing, 1) === '');

class Placer {
  readonly result: PlacedShapes = {
    shapes: [],
    left: new Map(),
    onPaper: 0,
    leftOut: new LeftOut(),
  };
  private readonly drawing: Drawing;
  private readonly meter = new Meter();
  private inserted = 0;

  constructor(drawing: Drawing) {
    this.drawing = drawing;
  }

  place(things: readonly DxfThing[], move: Move, inside: readonly string[], layer: string): void {
    for (const thing of things) {
      // Things on layer 0 of a block take the layer of its insertion.
      if (numberOf(thing, 67) === 1 && inside.length === 0) {
        this.result.onPaper += 1;
        continue;
      }
      const own = layerOf(thing);
      const on = own === '0' && inside.length > 0 ? layer : own;
      if (thing.kind === 'INSERT') this.insert(thing, move, inside, on);
      else if (!isBlank(thing)) this.shape(thing, move, inside.at(-1) ?? '', on);
    }
  }

  private insert(insert: DxfThing, move: Move, inside: readonly string[], layer: string): void {
    const name = textOf(insert, 2);
    const block = this.drawing.blocks.get(name.toUpperCase());
    if (!block || inside.length >= deepest || inside.includes(name)) {
      // A block of another drawing (xref), or one that inserts itself.
      this.leave(insert.kind);
      return;
    }
    const base: Position = [numberOf(block.base, 10), numberOf(block.base, 20)];
    for (const one of movesOf(insert, base)) {
      this.inserted += 1;
      if (this.inserted > mostInsertions) refuseInsertions();
      this.place(block.things, (position) => move(one(position)), [...inside, name], layer);
    }
  }

  private leave(kind: string): void {
    this.result.left.set(kind, (this.result.left.get(kind) ?? 0) + 1);
  }

  private shape(thing: DxfThing, move: Move, block: string, layer: string): void {
    const shape = shapeOf(thing);
    // What has lost its points shows nothing either.
    if (!shape || (shape.geometry === null && shape.text === '')) {
      this.leave(thing.kind);
      return;
    }
    this.meter.rows(1, 4);
    const { geometry, text } = shape;
    if (geometry) this.meter.positions([...positionsOf(geometry)].length);
    if (geometry) countHeights(thing, this.result.leftOut);
    this.result.shapes.push({
      geometry: geometry && mapPositions(geometry, move),
      text,
      layer: layer.slice(0, 200),
      kind: thing.kind,
      block,
    });
  }
}

/** Every shape of a drawing where it stands, those of inserted blocks included. */
export function placeThings(drawing: Drawing): PlacedShapes {
  const placer = new Placer(drawing);
  placer.place(drawing.things, (position) => position, [], '0');
  return placer.result;
}

/** Layers beyond which all shapes come as one layer with a column for theirs. */
export const layerLimit = limits.depth;
