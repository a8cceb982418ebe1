import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupName, nameBackup, readBackupName } from '#shared/keep/backup-name.ts';

describe('names of backups', () => {
  it('tell when, how far and of what', () => {
    const facts = { time: Date.UTC(2026, 10, 26, 8, 30, 5), sequence: 123, project: '海淀区' };
    expect(nameBackup(facts)).toBe('20261126T083005Z_123_海淀区.hengzong');
    expect(readBackupName(nameBackup(facts))).toEqual(facts);
  });

  it('hold any project name without becoming a path', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (project, sequence) => {
        const name = nameBackup({ time: Date.UTC(2026, 4, 1), sequence: sequence % 1e9, project });
        expect(backupName.safeParse(name).success).toBe(true);
        expect(name).not.toMatch(/[/\\:*?"<>|]|\.\./);
      }),
    );
  });

  it('are told from anything else', () => {
    for (const name of [
      '../20261126T083005Z_1_a.hengzong',
      '20261126T083005Z_1_a.hengzong.exe',
      '20261126T083005Z_1_.hengzong',
      'a.hengzong',
      '20269926T083005Z_1_a.hengzong',
    ]) {
      expect(readBackupName(name)).toBeNull();
    }
  });
});
