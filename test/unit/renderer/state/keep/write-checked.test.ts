import { describe, expect, it } from 'vitest';
import { writeChecked } from '#renderer/state/keep/write-checked.ts';

const ref = { projectId: '00000000-0000-4000-8000-000000000001', name: 'a.hengzong' };

/** A place for backups that keeps what `damage` makes of them. */
function place(damage: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | null) {
  const files = new Map<string, Uint8Array<ArrayBuffer>>([['older.hengzong', new Uint8Array(3)]]);
  return {
    files,
    host: {
      writeBackup: async ({ name, bytes }: { name: string; bytes: Uint8Array<ArrayBuffer> }) => {
        const kept = damage(bytes);
        if (kept) files.set(name, kept);
      },
      readBackup: async ({ name }: { name: string }) => {
        const found = files.get(name);
        if (!found) throw new Error('missing');
        return found;
      },
      removeBackup: async ({ name }: { name: string }) => void files.delete(name),
    },
  };
}

describe('writing a backup', () => {
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => i);

  it('is done when it reads back as it was written', async () => {
    const { files, host } = place((all) => all.slice());
    await writeChecked(host, { ...ref, bytes });
    expect(files.get(ref.name)).toEqual(bytes);
  });

  it.each([
    ['cut off', (all: Uint8Array<ArrayBuffer>) => all.slice(0, 900)],
    ['one bit other', (all: Uint8Array<ArrayBuffer>) => all.with(500, 1)],
    ['gone', () => null],
  ])('fails and leaves nothing that would pass for one: %s', async (_, damage) => {
    const { files, host } = place(damage);
    await expect(writeChecked(host, { ...ref, bytes })).rejects.toMatchObject({
      key: 'host.write.unlike',
    });
    expect([...files.keys()]).toEqual(['older.hengzong']);
  });
});
