import { describe, expect, it } from 'vitest';
import type { Command } from '#shared/edits/command.ts';
import { drawSite } from '#shared/edits/commands/draw-site.ts';
import { drawStrip } from '#shared/edits/commands/draw-strip.ts';
import { mergeZones } from '#shared/edits/commands/merge-zones.ts';
import { moveSite } from '#shared/edits/commands/move-site.ts';
import { moveVertices } from '#shared/edits/commands/move-vertices.ts';
import { paintGround } from '#shared/edits/commands/paint-ground.ts';
import { putLock } from '#shared/edits/commands/put-lock.ts';
import { putRecords } from '#shared/edits/commands/put-records.ts';
import { removeLock } from '#shared/edits/commands/remove-lock.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import { splitZone } from '#shared/edits/commands/split-zone.ts';
import { takeOver } from '#shared/edits/commands/take-over.ts';
import type { Document } from '#shared/edits/document.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import { changeBetween } from '#shared/keep/compare-records.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';
import { at, line } from '#test/unit/shared/edits/redraw/redrawn.ts';
import { area, box, district, zoneNamed } from '#test/unit/shared/edits/repair/district.ts';

//  +-----+-----+
//  |  A  |  B  |    x: a vertex of the border of A and B
//  |     x     |
//  |     +-----+
//  |     |  C  |
//  +-----+-----+
const plan = () =>
  district([box(0, 0, 20, 10)], {
    A: [
      [
        [0, 0],
        [10, 0],
        [10, 4],
        [10, 7],
        [10, 10],
        [0, 10],
      ],
    ],
    B: [
      [
        [10, 4],
        [20, 4],
        [20, 10],
        [10, 10],
        [10, 7],
      ],
    ],
    C: [box(10, 0, 20, 4)],
  });
const id = (document: Document, name: string) => zoneNamed(document, name).id;
const newId = idOf(0x900);

function run<A>(document: Document, command: Command<A>, args: A): string {
  const result = runCommand(document, command, args);
  if ('refused' in result) return result.refused.replace('edit.redraw.refused.', '');
  document.apply(result.patch);
  return 'done';
}

const lockOf = (what: object) => record('lock', 0x70, { name: '锁', reason: '已公示', what });
const move = { moves: [{ from: at(10, 7), to: at(11, 7) }] };

describe('a locked zone', () => {
  it('keeps its ground, whoever would change it, and can have another name', () => {
    const document = plan();
    const B = id(document, 'B');
    const lock = lockOf({ of: 'zone', zoneId: B });
    expect(run(document, putLock, { lock })).toBe('done');
    expect(run(document, moveVertices, move)).toBe('lockedZone');
    expect(run(document, mergeZones, { zoneIds: [id(document, 'C'), B] })).toBe('lockedZone');
    expect(run(document, removeRecords, { ids: [B] })).toBe('lockedZone');
    const renamed = { ...zoneNamed(document, 'B'), name: '乙' };
    expect(run(document, putRecords, { records: [renamed] })).toBe('done');
    expect(run(document, removeLock, { lockId: lock.id })).toBe('done');
    expect(run(document, moveVertices, move)).toBe('done');
  });

  it('takes no part that it did not have', () => {
    const document = plan();
    const lock = lockOf({ of: 'zone', zoneId: id(document, 'B') });
    run(document, putLock, { lock });
    const units = [area(box(1, 1, 3, 3))] as never[];
    expect(run(document, paintGround, { toId: id(document, 'B'), units })).toBe('lockedZone');
    expect(run(document, paintGround, { toId: id(document, 'C'), units })).toBe('done');
  });

  //  A is split by a slanting line that ends on the border of B: a corner there is no change of B
  it('gets the corners of its neighbours', () => {
    const document = plan();
    run(document, putLock, { lock: lockOf({ of: 'zone', zoneId: id(document, 'B') }) });
    const lines = [line([-1, 3], [11, 8.3])];
    expect(run(document, splitZone, { zoneId: id(document, 'A'), lines, newId })).toBe('done');
    expect(zoneNamed(document, 'B').geometry.coordinates.flat()).toHaveLength(7);
  });

  it('loses its lock when it goes', () => {
    const document = plan();
    const lock = lockOf({ of: 'zone', zoneId: id(document, 'B') });
    run(document, putLock, { lock });
    const result = removeRecords(document, { ids: [id(document, 'B')] });
    expect('patch' in result && Object.keys(result.patch.removed)).toContain(lock.id);
  });
});

describe('a locked border', () => {
  it('stays for all along it, also when they are merged, and corners on it are no change', () => {
    const document = plan();
    const geometry = { type: 'LineString', coordinates: line([10, 4], [10, 7], [10, 10]) };
    run(document, putLock, { lock: lockOf({ of: 'border', geometry }) });
    expect(run(document, moveVertices, move)).toBe('lockedBorder');
    const zoneIds = ['A', 'B'].map((name) => id(document, name));
    expect(run(document, mergeZones, { zoneIds })).toBe('lockedBorder');
    const lines = [line([-1, 3], [11, 8.3])];
    expect(run(document, splitZone, { zoneId: id(document, 'A'), lines, newId })).toBe('done');
    // Its pieces are the same border still.
    const piece = { moves: [{ from: at(10, 10), to: at(11, 10) }], allowInvalid: true };
    expect(run(document, moveVertices, piece)).toBe('lockedBorder');
    const elsewhere = { zoneIds: [id(document, 'B'), id(document, 'C')] };
    expect(run(document, mergeZones, elsewhere)).toBe('done');
  });
});

describe('a lock on all but some zones', () => {
  it('leaves only those, and what is made of them', () => {
    const document = plan();
    const zoneIds = [id(document, 'A')];
    run(document, putLock, { lock: lockOf({ of: 'outside', zoneIds }) });
    expect(run(document, moveVertices, move)).toBe('lockedOutside');
    const lines = [line([5, -1], [5, 11])];
    expect(run(document, splitZone, { zoneId: zoneIds[0]!, lines, newId })).toBe('done');
    expect(run(document, mergeZones, { zoneIds: [newId, ...zoneIds] })).toBe('done');
    const second = { ...lockOf({ of: 'outside', zoneIds: [id(document, 'C')] }), id: idOf(0x71) };
    run(document, putLock, { lock: second });
    expect(document.all('lock').map((one) => one.id)).toEqual([second.id]);
  });

  //  a 点 or 条 over B would take ground from it, though B keeps its shape; over A it may lie
  it('lets no site or strip come to lie over the others', () => {
    const document = plan();
    run(document, putLock, { lock: lockOf({ of: 'outside', zoneIds: [id(document, 'A')] }) });
    const form = { newId, name: '新点', parentId: null };
    const site = (x: number, y: number) => ({ ...form, ground: { at: at(x, y), radiusM: 1 } });
    expect(run(document, drawSite, site(15, 7))).toBe('lockedGround');
    const across = { ...form, line: line([2, 5], [18, 5]), widthM: 2 };
    expect(run(document, drawStrip, across)).toBe('lockedGround');
    expect(run(document, drawSite, site(5, 5))).toBe('done');
    // Nor by being moved there; within A it goes where it will.
    const moveTo = (x: number, y: number) => ({ zoneId: newId, at: at(x, y) });
    expect(run(document, moveSite, moveTo(15, 7))).toBe('lockedGround');
    expect(run(document, moveSite, moveTo(6, 5))).toBe('done');
  });
});

describe('what was settled elsewhere', () => {
  const label = { key: 'edit.restored', params: {} };

  //  the backup has A locked and B moved, and no lock on all but C that was set since; D is gone since
  it('is carried out to the letter from a backup, whatever is locked', () => {
    const document = plan();
    run(document, moveVertices, move);
    run(document, putRecords, { records: [{ ...zoneNamed(document, 'C'), id: newId, name: 'D' }] });
    const locked = lockOf({ of: 'zone', zoneId: id(document, 'A') });
    run(document, putLock, { lock: locked });
    const backup = [...document.everything()];
    run(document, removeRecords, { ids: [newId, locked.id] });
    run(document, moveVertices, { moves: [{ from: at(11, 7), to: at(10, 7) }] });
    const outside = { ...lockOf({ of: 'outside', zoneIds: [id(document, 'C')] }), id: idOf(0x71) };
    run(document, putLock, { lock: outside });
    const patch = changeBetween(document.everything(), backup);
    expect(run(document, takeOver, { patch, label })).toBe('done');
    expect(changeBetween(document.everything(), backup)).toEqual(emptyPatch());
  });

  it('adds nothing to locks when a copy is merged, and does not pass them', () => {
    const document = plan();
    const lock = lockOf({ of: 'outside', zoneIds: [id(document, 'A')] });
    run(document, putLock, { lock });
    const before = [...document.everything()];
    const made = { ...zoneNamed(document, 'C'), id: newId, name: 'D' };
    const merge = (after: readonly AnyRecord[]) =>
      run(document, takeOver, { patch: changeBetween(before, after), label, merged: [] });
    expect(merge(before.filter((one) => one.id !== id(document, 'C')))).toBe('lockedOutside');
    expect(merge([...before, made])).toBe('done');
    expect(document.get(lock.id)).toEqual(lock);
  });
});
