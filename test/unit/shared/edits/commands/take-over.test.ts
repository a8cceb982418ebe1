import { describe, expect, it } from 'vitest';
import { takeOver } from '#shared/edits/commands/take-over.ts';
import { Document } from '#shared/edits/document.ts';
import { emptyPatch } from '#shared/edits/patch.ts';
import { idOf, smallDistrict } from '#test/unit/shared/edits/records.ts';

const label = { key: 'edit.merged', params: {} };

describe('taking over a change worked out elsewhere', () => {
  it("starts from the document's own records, not from copies of them", () => {
    const document = new Document(smallDistrict());
    const own = document.find('person', idOf(7));
    if (!own) throw new Error('the small district has this person');
    const to = { ...own, name: '另一人' };
    const patch = { ...emptyPatch(), updated: { [own.id]: [structuredClone(own), to] as never } };
    const done = takeOver(document, { patch, label });
    if ('refused' in done) throw new Error(done.refused);
    expect(done.patch.updated[own.id]?.[0]).toBe(own);
    expect(done.patch.updated[own.id]?.[1]).toEqual(to);
  });

  it('refuses when what it starts from has changed since', () => {
    const document = new Document(smallDistrict());
    const own = document.find('person', idOf(7));
    if (!own) throw new Error('the small district has this person');
    const stale = { ...own, name: '旧名' };
    const refused = { refused: 'edit.refused.changedMeanwhile' };
    const updated = { ...emptyPatch(), updated: { [own.id]: [stale, own] as never } };
    expect(takeOver(document, { patch: updated, label })).toEqual(refused);
    const removed = { ...emptyPatch(), removed: { [own.id]: stale } };
    expect(takeOver(document, { patch: removed, label })).toEqual(refused);
    const added = { ...emptyPatch(), added: { [own.id]: own } };
    expect(takeOver(document, { patch: added, label })).toEqual(refused);
  });
});
