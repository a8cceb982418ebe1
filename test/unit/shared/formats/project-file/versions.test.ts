import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { AuditRow } from '#shared/edits/audit.ts';
import { formatVersion, versionFor } from '#shared/formats/project-file/manifest.ts';
import { packProject } from '#shared/formats/project-file/pack-project.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';
import { runSteps } from '#shared/jobs/slices.ts';
import { checkIntegrity } from '#shared/keep/check-integrity.ts';
import { recordSchemas } from '#shared/model/record.ts';
import { record, square } from '#test/unit/shared/edits/records.ts';

const folder = new URL('../../../../fixtures/versions/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.hengzong'));

describe('project files of every released version', () => {
  it.each(files)('%s opens whole, and is written again as it was read', async (name) => {
    const { records, audit } = await unpackProject(readFileSync(new URL(name, folder)));
    const stores = JSON.parse(
      readFileSync(
        new URL(name.replace('project-file', 'database').replace('.hengzong', '.json'), folder),
        'utf8',
      ),
    ).stores as Record<string, unknown[]>;
    // Columns of issues belong to records that are counted already.
    delete stores['issuePart'];
    delete stores['rowSlice'];
    const expected = Object.values(stores).reduce((sum, rows) => sum + rows.length, 0);
    expect(records.length + audit.length).toBe(expected);
    expect(records.find(({ kind }) => kind === 'person')).toMatchObject({ name: '王一改' });
    expect(audit[3]).toMatchObject({ action: 'undo' });
    expect(runSteps(checkIntegrity(records, audit))).toEqual([]);
    expect(await unpackProject(await packProject(records, audit))).toEqual({ records, audit });
  });

  it('cover every format, the newest with rows of another copy', async () => {
    const newest = await unpackProject(readFileSync(new URL(files.at(-1) ?? '', folder)));
    const merge = newest.audit.find(({ merged }) => merged);
    expect(merge?.merged).toMatchObject([{ author: '乙' }]);
    expect(merge?.keptOut).toHaveLength(1);
    expect(formatVersion).toBe(4);
    const kinds = new Set(newest.records.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(Object.keys(recordSchemas).sort());
  });

  it('are written in the lowest version that holds them, the log included', () => {
    const unit = record('baseUnit', 3, { name: '一', code: '', geometry: square });
    const row = (removed: AuditRow['patch']['removed']): AuditRow => ({
      id: unit.id,
      sequence: 1,
      time: '2026-05-10T09:00:00+08:00',
      author: '',
      label: { key: 'edit.remove', params: {} },
      action: 'edit',
      of: null,
      patch: { added: {}, updated: {}, removed },
    });
    const person = record('person', 7, { name: '王一' });
    expect(versionFor([person], [row({ [person.id]: person })])).toBe(1);
    expect(versionFor([person], [{ ...row({}), merged: [row({})] }])).toBe(2);
    expect(versionFor([unit], [])).toBe(3);
    expect(versionFor([], [row({ [unit.id]: unit })])).toBe(3);
    expect(versionFor([], [{ ...row({}), merged: [row({ [unit.id]: unit })] }])).toBe(3);
  });
});
