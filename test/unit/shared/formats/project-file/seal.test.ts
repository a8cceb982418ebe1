import { describe, expect, it } from 'vitest';
import { FormatError } from '#shared/formats/format-error.ts';
import { isSealed, seal, sealingKey, sealWith, unseal } from '#shared/formats/project-file/seal.ts';

/** The fewest rounds that are accepted, so that tests are quick. */
const rounds = 100_000;
const content = new Uint8Array(Array.from({ length: 300 }, (_, i) => i % 256));

async function keyOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'read';
  } catch (error) {
    return error instanceof FormatError ? error.key : String(error);
  }
}

describe('a sealed project file', () => {
  it('opens with its passphrase alone, in whatever form it is typed', async () => {
    const sealed = await seal(content, '海淀 ABC', rounds);
    expect(isSealed(sealed)).toBe(true);
    expect(isSealed(content)).toBe(false);
    expect(await unseal(sealed, '海淀 ABC')).toEqual(content);
    expect(await unseal(sealed, '海淀　ＡＢＣ')).toEqual(content);
    expect(await keyOf(unseal(sealed, '海淀 abc'))).toBe('storage.file.wrongPassphrase');
    expect(await keyOf(unseal(sealed, ''))).toBe('storage.file.wrongPassphrase');
  });

  it('shows nothing of its content and never the same bytes twice', async () => {
    const [one, two] = [await seal(content, 'x', rounds), await seal(content, 'x', rounds)];
    expect(one).not.toEqual(two);
    expect(one.length).toBe(42 + content.length + 16);
    expect(one.subarray(42, 42 + 32)).not.toEqual(content.subarray(0, 32));
  });

  it('is sealed by a kept key as by its passphrase, and by no other', async () => {
    const key = await sealingKey('横到边', rounds);
    const [one, two] = [await sealWith(content, key), await sealWith(content, key)];
    expect(one).not.toEqual(two);
    expect(await unseal(one, '横到边')).toEqual(content);
    expect(await unseal(two, key)).toEqual(content);
    const other = await sealingKey('横到边', rounds);
    expect(await keyOf(unseal(one, other))).toBe('storage.file.locked');
    await expect(crypto.subtle.exportKey('raw', key.key)).rejects.toThrow();
  });

  it('notices a change of any byte, also of its header', async () => {
    const sealed = await seal(content, 'x', rounds);
    for (const at of [20, 35, 42, 100, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[at] = (changed[at] as number) ^ 1;
      expect(await keyOf(unseal(changed, 'x'))).toBe('storage.file.wrongPassphrase');
    }
  });

  it('refuses what is cut off, newer, or would take for ever', async () => {
    const sealed = await seal(content, 'x', rounds);
    const withByte = (at: number, value: number) => {
      const changed = sealed.slice();
      changed[at] = value;
      return unseal(changed, 'x');
    };
    expect(await keyOf(unseal(sealed.slice(0, 50), 'x'))).toBe('storage.file.cut');
    expect(await keyOf(withByte(8, 2))).toBe('storage.file.newer');
    expect(await keyOf(withByte(9, 7))).toBe('storage.file.newer');
    expect(await keyOf(withByte(10, 255))).toBe('storage.file.notOurs');
    expect(await keyOf(withByte(11, 0))).toBe('storage.file.notOurs');
  });
});
