import { FormatError } from '#shared/formats/format-error.ts';
import { Meter } from '#shared/formats/limits.ts';
import { type Reading, rowsInTurn } from '#shared/formats/source/turns.ts';
import { type DxfThing, readGroups, textOf } from './groups.ts';

/** A drawing: its own things, and its blocks by name. */
export interface Drawing {
  things: DxfThing[];
  blocks: Map<string, Block>;
}

export interface Block {
  /** The point that is put where the block is inserted. */
  base: DxfThing;
  things: DxfThing[];
}

/** Kinds that belong to the thing before them. */
const followers = new Set(['VERTEX', 'SEQEND']);

class DrawingReader {
  readonly drawing: Drawing = { things: [], blocks: new Map() };
  private section = '';
  private block: Block | null = null;
  private thing: DxfThing | null = null;

  /** Takes a thing that is complete, with the vertices that followed it. */
  take(thing: DxfThing): void {
    switch (thing.kind) {
      case 'SECTION':
        this.section = textOf(thing, 2);
        return;
      case 'ENDSEC':
        this.section = '';
        return;
      case 'BLOCK':
        this.block = { base: thing, things: [] };
        this.drawing.blocks.set(textOf(thing, 2).toUpperCase(), this.block);
        return;
      case 'ENDBLK':
        this.block = null;
        return;
      default:
        this.keep(thing);
    }
  }

  private keep(thing: DxfThing): void {
    const list =
      this.section === 'ENTITIES'
        ? this.drawing.things
        : this.section === 'BLOCKS'
          ? this.block?.things
          : undefined;
    if (!list) return;
    const last = list.at(-1);
    if (followers.has(thing.kind) && last) {
      last.groups.push({ code: 0, value: thing.kind, line: 0 }, ...thing.groups);
    } else list.push(thing);
  }

  start(kind: string): void {
    if (this.thing) this.take(this.thing);
    this.thing = { kind, groups: [] };
  }

  add(group: DxfThing['groups'][number]): void {
    this.thing?.groups.push(group);
  }

  finish(): Drawing {
    if (this.thing) this.take(this.thing);
    return this.drawing;
  }
}

/** Things and blocks of a DXF text. @throws FormatError when it is cut or none */
export function* readDrawing(text: string): Reading<Drawing> {
  const reader = new DrawingReader();
  const meter = new Meter();
  let ended = false;
  let things = 0;
  for (const group of readGroups(text)) {
    if (group.code === 0) {
      if (things % rowsInTurn === 0) yield;
      things += 1;
      meter.rows(1);
      if (group.value === 'EOF') {
        ended = true;
        break;
      }
      reader.start(group.value);
    } else reader.add(group);
  }
  const drawing = reader.finish();
  if (!ended) throw new FormatError('format.dxf.noEnd');
  return drawing;
}
