import { describe, expect, it } from 'vitest';
import { sealOld } from '#renderer/state/keep/seal-old.ts';

const projectId = '00000000-0000-4000-8000-000000000001';
const sealed = (bytes: Uint8Array) => bytes[0] === 9;

describe('sealing backups from before the passphrase', () => {
  it('seals all that are open, also behind one that cannot be read, which it tells of', async () => {
    const files = new Map([
      ['a', Uint8Array.of(1)],
      ['c', Uint8Array.of(9, 3)],
      ['d', Uint8Array.of(4)],
    ]);
    const written: string[] = [];
    const host = {
      readBackup: async ({ name }: { name: string }) => {
        const found = files.get(name);
        if (!found) throw new Error(`${name} is beyond reading`);
        return found;
      },
      writeBackup: async ({ name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> }) => {
        written.push(name);
        files.set(name, bytes);
      },
    };
    const seal = async (_: string, bytes: Uint8Array<ArrayBuffer>) =>
      sealed(bytes) ? null : Uint8Array.of(9, ...bytes);
    const backups = ['a', 'b', 'c', 'd'].map((name) => ({ projectId, name }));
    await expect(sealOld(host, backups, seal)).rejects.toThrow('b is beyond reading');
    expect(written).toEqual(['a', 'd']);
    expect([...files.values()].every(sealed)).toBe(true);
    await sealOld(host, [backups[0]!, backups[2]!], seal);
    expect(written).toEqual(['a', 'd']);
  });
});
