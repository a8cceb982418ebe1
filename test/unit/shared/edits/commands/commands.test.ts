import { describe, expect, it } from 'vitest';
import type { CommandResult } from '#shared/edits/command.ts';
import { fillVacancy } from '#shared/edits/commands/fill-vacancy.ts';
import { importRecords } from '#shared/edits/commands/import-records.ts';
import { putRecords } from '#shared/edits/commands/put-records.ts';
import { putScene } from '#shared/edits/commands/put-scene.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import { reorderScenes } from '#shared/edits/commands/reorder-scenes.ts';
import { updateProject } from '#shared/edits/commands/update-project.ts';
import { Document } from '#shared/edits/document.ts';
import en from '#shared/i18n/en.json' with { type: 'json' };
import zhCN from '#shared/i18n/zh-CN.json' with { type: 'json' };
import { defaultLayers } from '#shared/model/layer.ts';
import { idOf, project, record, smallDistrict } from '#test/unit/shared/edits/records.ts';

const scene = (n: number, order: number) =>
  record('scene', n, {
    order,
    title: `场景${n}`,
    camera: { centre: [116, 40], zoom: 10, bearing: 0, pitch: 0 },
    layers: defaultLayers,
  });

function accepted(document: Document, result: CommandResult) {
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  document.apply(result.patch);
  return result;
}

function refused(result: CommandResult): string {
  if (!('refused' in result)) throw new Error('was not refused');
  return result.refused;
}

const textOf = (texts: object, key: string) =>
  key.split('.').reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], texts);

describe('putRecords', () => {
  it('adds, updates and leaves equal records alone', () => {
    const document = new Document(smallDistrict());
    const known = document.find('person', idOf(7));
    const { patch } = accepted(
      document,
      putRecords(document, {
        records: [
          record('person', 7, { name: '王一' }),
          record('person', 8, { name: '李二改' }),
          record('person', 20, { name: '新' }),
        ],
      }),
    );
    expect(Object.keys(patch.added)).toEqual([idOf(20)]);
    expect(Object.keys(patch.updated)).toEqual([idOf(8)]);
    expect(document.find('person', idOf(7))).toBe(known);
  });

  it('refuses what does not fit, changes kind, adds a project or changes nothing', () => {
    const document = new Document(smallDistrict());
    const person = record('person', 7, { name: '王一' });
    const put = (...records: Parameters<typeof putRecords>[1]['records']) =>
      refused(putRecords(document, { records }));
    expect(put({ ...person, name: '' })).toBe('edit.refused.invalid');
    expect(put(record('person', 6, { name: '王' }))).toBe('edit.refused.kind');
    expect(put({ ...project, id: idOf(50) })).toBe('edit.refused.project');
    expect(put(person)).toBe('edit.refused.unchanged');
  });
});

describe('importRecords', () => {
  it('is one step under the label of the import', () => {
    const document = new Document(smallDistrict());
    const label = { key: 'import.done', params: { count: 2 } };
    const result = accepted(
      document,
      importRecords(document, {
        records: [record('person', 7, { name: '王改' }), record('person', 20, { name: '新' })],
        label,
      }),
    );
    expect(result.label).toBe(label);
    expect(document.find('person', idOf(7))?.name).toBe('王改');
  });
});

describe('removeRecords', () => {
  it('takes posts with their place', () => {
    const document = new Document(smallDistrict());
    accepted(document, removeRecords(document, { ids: [idOf(4)] }));
    expect(document.all('post')).toEqual([]);
    expect(document.find('zone', idOf(5))?.parentId).toBeNull();
  });

  it('leaves the posts of a removed person vacant, and no reference to them', () => {
    const document = new Document(smallDistrict());
    accepted(document, removeRecords(document, { ids: [idOf(7)] }));
    expect(document.find('post', idOf(9))?.personId).toBeNull();
    expect(document.find('person', idOf(8))?.leave[0]?.deputyId).toBeNull();
    expect(document.find('team', idOf(10))?.memberIds).toEqual([idOf(8)]);
  });

  it('refuses to remove the project, a district with streets, or what is not there', () => {
    const document = new Document(smallDistrict());
    const remove = (...ids: string[]) => refused(removeRecords(document, { ids }));
    expect(remove(project.id)).toBe('edit.refused.project');
    expect(remove(idOf(2))).toBe('edit.refused.hasStreets');
    expect(remove(idOf(77))).toBe('edit.refused.missing');
    expect(remove()).toBe('edit.refused.unchanged');
    accepted(document, removeRecords(document, { ids: [idOf(2), idOf(3)] }));
    expect(document.all('district')).toEqual([]);
  });
});

describe('scenes', () => {
  it('are added, changed and put in order', () => {
    const document = new Document([...smallDistrict(), scene(30, 1), scene(31, 2)]);
    expect(accepted(document, putScene(document, { scene: scene(32, 3) })).label.key).toBe(
      'edit.addScene',
    );
    accepted(document, reorderScenes(document, { ids: [idOf(32), idOf(30), idOf(31)] }));
    expect(document.find('scene', idOf(32))?.order).toBe(1);
    expect(document.find('scene', idOf(31))?.order).toBe(3);
  });

  it('are not reordered by a list that lacks one, names one twice or a stranger', () => {
    const document = new Document([...smallDistrict(), scene(30, 1), scene(31, 2)]);
    for (const ids of [[30], [30, 30], [30, 99], [30, 31, 7]]) {
      expect(refused(reorderScenes(document, { ids: ids.map(idOf) }))).toBe(
        'edit.refused.scenesChanged',
      );
    }
  });
});

describe('updateProject', () => {
  it('changes fields but neither id nor birth', () => {
    const document = new Document(smallDistrict());
    const { label } = accepted(document, updateProject(document, { inspectionDate: '2026-09-01' }));
    expect(label.key).toBe('edit.inspectionDate');
    const smuggled = { ...project, id: idOf(60), name: '新名' };
    expect(accepted(document, updateProject(document, smuggled)).label.key).toBe(
      'edit.updateProject',
    );
    expect(document.all('project')).toHaveLength(1);
    expect(document.find('project', project.id)?.name).toBe('新名');
    expect(refused(updateProject(document, { name: '' }))).toBe('edit.refused.invalid');
  });
});

describe('fillVacancy', () => {
  const vacancy = {
    level: 'point' as const,
    targetId: idOf(6),
    role: 'keeper',
    personId: idOf(8),
    from: '2026-06-01',
    newId: idOf(40),
  };

  it('creates a post where there is none', () => {
    const document = new Document(smallDistrict());
    accepted(document, fillVacancy(document, vacancy));
    expect(document.find('post', idOf(40))).toMatchObject({ personId: idOf(8), role: 'keeper' });
  });

  it('fills the post that stands vacant', () => {
    const document = new Document(smallDistrict());
    accepted(document, removeRecords(document, { ids: [idOf(7)] }));
    const chief = { ...vacancy, level: 'community' as const, targetId: idOf(4), role: 'chief' };
    accepted(document, fillVacancy(document, chief));
    expect(document.all('post')).toHaveLength(1);
    expect(document.find('post', idOf(9))?.personId).toBe(idOf(8));
  });

  it('refuses when it is held, the role is of another level, or the place is gone', () => {
    const document = new Document(smallDistrict());
    const chief = { ...vacancy, level: 'community' as const, targetId: idOf(4), role: 'chief' };
    expect(refused(fillVacancy(document, chief))).toBe('edit.refused.held');
    expect(refused(fillVacancy(document, { ...vacancy, role: 'chief' }))).toBe('edit.refused.role');
    expect(refused(fillVacancy(document, { ...vacancy, targetId: idOf(99) }))).toBe(
      'edit.refused.missing',
    );
    expect(
      accepted(document, fillVacancy(document, { ...chief, from: '2025-01-01' })).patch.added,
    ).toHaveProperty(idOf(40));
  });
});

it('every refusal has a text in both languages', () => {
  const keysOf = (texts: object, path: string): string[] =>
    Object.entries(texts).flatMap(([key, text]: [string, unknown]) =>
      typeof text === 'object' && text ? keysOf(text, `${path}.${key}`) : [`${path}.${key}`],
    );
  const keys = keysOf(zhCN.edit.refused, 'edit.refused');
  expect(keys.length).toBeGreaterThan(5);
  for (const key of keys) expect(textOf(en, key)).toBeTypeOf('string');
});
