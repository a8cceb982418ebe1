import { describe, expect, it } from 'vitest';
import { takeOver } from '#shared/edits/commands/take-over.ts';
import { Document } from '#shared/edits/document.ts';
import { reversePatch } from '#shared/edits/patch.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import { stepOnto } from '#shared/edits/scenario/history-track.ts';
import { changeBetween } from '#shared/keep/compare-records.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { record } from '#test/unit/shared/edits/records.ts';

const zone = record('zone', 0x30, {
  name: '东片',
  shape: 'block',
  parentId: null,
  geometry: { type: 'Polygon', coordinates: [] },
});
const scenario = (name: string, removed: AnyRecord[] = []) =>
  record('scenario', 0x40, { name, changes: { removed } });

/** The document after `to` was restored in it, and the step that takes that back. */
function restored(from: AnyRecord[], to: AnyRecord[]) {
  const document = new Document(from);
  const label = { key: 'edit.restored', params: {} };
  const patch = changeBetween(from, to);
  const result = runCommand(document, takeOver, { patch, label });
  if ('refused' in result) throw new Error(result.refused);
  document.apply(result.patch);
  return { document, back: reversePatch(result.patch) };
}

describe('taking back what changed name and zones of a scenario, and more', () => {
  it('leads to what was there', () => {
    const before = [zone, scenario('方案', [zone])];
    const { document, back } = restored(before, [
      { ...zone, name: '西片' } as AnyRecord,
      scenario('旧'),
    ]);
    document.apply(stepOnto(document, back));
    expect([...document.everything()]).toEqual(before);
  });

  it('leaves what was redrawn in the scenario since', () => {
    const { document, back } = restored([zone, scenario('方案', [zone])], [scenario('旧')]);
    const redrawn = scenario('旧', [{ ...zone, name: '新片' } as AnyRecord]);
    const since = changeBetween([scenario('旧')], [redrawn]);
    document.apply(since);
    document.apply(stepOnto(document, back));
    expect(document.get(redrawn.id)).toEqual({ ...redrawn, name: '方案' });
    expect(document.get(zone.id)).toEqual(zone);
  });
});
