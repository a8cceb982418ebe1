import { describe, expect, it } from 'vitest';
import { fromAuditLines, toAuditLines } from '#shared/formats/project-file/audit-lines.ts';
import { isTooDeep } from '#shared/formats/project-file/is-too-deep.ts';
import { person, smallOffice } from '#test/unit/shared/merge/desk.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const none = () => {
  throw new Error('there are no chunks');
};

function twoEdits(): string[] {
  const desk = smallOffice();
  desk.put(person(20, '一'));
  desk.put(person(21, '二[{"'));
  return toAuditLines(desk.history.rows, none);
}

describe('fromAuditLines', () => {
  it('refuses a log that holds the same edit twice, in one sentence', () => {
    const [first = '', second = ''] = twoEdits();
    const { id } = JSON.parse(first) as { id: string };
    const twice = JSON.stringify({ ...(JSON.parse(second) as object), id });
    expect(fromAuditLines(bytesOf(`${first}\n${second}`), none)).toHaveLength(2);
    expect(() => fromAuditLines(bytesOf(`${first}\n${twice}`), none)).toThrow(
      expect.objectContaining({ key: 'storage.file.editTwice', params: { row: 2 } }),
    );
  });

  it.each([1e5, 1e6])('refuses what is nested %i deep, without running out of stack', (depth) => {
    const [first = ''] = twoEdits();
    const deep = '['.repeat(depth) + ']'.repeat(depth);
    const line = first.replace('"kind":"person"', `"kind":"person","deep":${deep}`);
    expect(line.length).toBeGreaterThan(depth);
    expect(() => fromAuditLines(bytesOf(line), none)).toThrow(
      expect.objectContaining({ key: 'storage.file.tooDeep' }),
    );
  });
});

describe('isTooDeep', () => {
  it('counts brackets, not those within texts', () => {
    expect(isTooDeep(bytesOf(JSON.stringify(['['.repeat(1000), '\\"['.repeat(500)])))).toBe(false);
    expect(isTooDeep(bytesOf('[]'.repeat(1000)))).toBe(false);
    expect(isTooDeep(bytesOf('{"a":'.repeat(201)))).toBe(true);
  });
});
