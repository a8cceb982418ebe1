import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { FormatError } from '#shared/formats/format-error.ts';
import { type Manifest, sha256 } from '#shared/formats/project-file/manifest.ts';
import { seal, unseal } from '#shared/formats/project-file/seal.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';

const file = new Uint8Array(
  readFileSync(new URL('../../../../fixtures/versions/project-file-6.hengzong', import.meta.url)),
);
const rounds = 100_000;

let whole: string;
beforeAll(async () => {
  whole = asText(await unpackProject(file));
});

/** Everything that was unpacked, comparable. */
const asText = (content: unknown) =>
  JSON.stringify(content, (_, value: unknown) =>
    ArrayBuffer.isView(value) ? Array.from(value as Uint8Array) : value,
  );

/** What becomes of a damaged file: the sentence it is refused with, or whether nothing is amiss. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    return asText(await unpackProject(bytes)) === whole ? 'same' : 'different';
  } catch (error) {
    if (error instanceof FormatError && error.key.startsWith('storage.file.')) return error.key;
    return `unforeseen: ${String(error)}`;
  }
}

/** Damages that gave anything but a sentence or the very same content. */
async function amiss(damages: Iterable<[what: string, bytes: Uint8Array]>): Promise<string[]> {
  const found: string[] = [];
  for (const [what, bytes] of damages) {
    const came = await outcome(bytes);
    if (came === 'different' || came.startsWith('unforeseen')) found.push(`${what}: ${came}`);
  }
  return found;
}

describe('a damaged project file', () => {
  it('is refused in one sentence, or read as it was, whichever byte is wrong (every fifth is tried)', async () => {
    function* damages(): Generator<[string, Uint8Array]> {
      for (let at = 0; at < file.length; at += 5) {
        const bytes = file.slice();
        bytes[at] = (bytes[at] as number) ^ (1 << (at % 8));
        yield [`byte ${at}`, bytes];
      }
    }
    expect(await amiss(damages())).toEqual([]);
  });

  it('is refused wherever it is cut, and where something is gone or doubled in it', async () => {
    function* damages(): Generator<[string, Uint8Array]> {
      for (let end = 0; end < file.length; end += 23) yield [`cut at ${end}`, file.slice(0, end)];
      for (let at = 0; at + 64 < file.length; at += 61) {
        yield [`gap at ${at}`, Uint8Array.from([...file.slice(0, at), ...file.slice(at + 64)])];
        yield [`twice at ${at}`, Uint8Array.from([...file.slice(0, at + 64), ...file.slice(at)])];
        yield [`noughts at ${at}`, file.slice().fill(0, at, at + 64)];
      }
    }
    expect(await amiss(damages())).toEqual([]);
    for (let end = 0; end < file.length; end += 97) {
      expect(await outcome(file.slice(0, end))).not.toBe('same');
    }
  });
});

/** The file with a part changed, and with hashes that fit, as somebody may make it who means to. */
async function recrafted(path: string, change: (text: string) => string): Promise<Uint8Array> {
  const parts = unzipSync(file);
  const changed = new TextEncoder().encode(change(new TextDecoder().decode(parts[path])));
  const manifest = JSON.parse(new TextDecoder().decode(parts['manifest.json'])) as Manifest;
  const described = manifest.parts.find((part) => part.path === path);
  Object.assign(described ?? {}, { bytes: changed.length, sha256: await sha256(changed) });
  const head = new TextEncoder().encode(JSON.stringify(manifest));
  return zipSync({ ...parts, 'manifest.json': head, [path]: changed });
}

describe('a project file whose log nobody can have written', () => {
  const inLine = (line: RegExp, from: RegExp, to: string) => (text: string) =>
    text.replace(line, (found) => found.replace(from, to));

  it.each([
    [
      'takes back another edit',
      inLine(/.*"undo".*/, /"of":"[^"]*"/, `"of":"${crypto.randomUUID()}"`),
    ],
    ['mixes up records', inLine(/.*"added":\{"[^\n]*/, /"added":\{"../, '"added":{"99')],
  ])('is refused: one that %s', async (_, change) => {
    const made = await recrafted('audit.jsonl', change);
    expect(await outcome(made)).toBe('storage.file.damaged');
  });

  it('is refused when a chunk of issues is another than is meant', async () => {
    const path = 'records/issueChunk.json';
    const made = await recrafted(path, (text) =>
      text.replace(/"id":"[^"]*"/, `"id":"${crypto.randomUUID()}"`),
    );
    expect(await outcome(made)).toBe('storage.file.missing');
    expect(await outcome(await recrafted(path, (text) => text))).toBe('same');
  });
});

describe('a damaged sealed project file', () => {
  it('is refused in one sentence, whichever part of it is wrong', async () => {
    const sealed = await seal(file, '口令', rounds);
    const refused = async (bytes: Uint8Array, passphrase = '口令') => {
      try {
        await unseal(bytes, passphrase);
        return 'opened';
      } catch (error) {
        return error instanceof FormatError ? error.key : String(error);
      }
    };
    // Each field of the head, and all over what is sealed.
    const places = [
      8,
      9,
      10,
      11,
      12,
      13,
      14,
      29,
      30,
      41,
      42,
      sealed.length >> 1,
      sealed.length - 1,
    ];
    for (const at of places) {
      const bytes = sealed.slice();
      bytes[at] = (bytes[at] as number) ^ 1;
      expect(await refused(bytes), `byte ${at}`).toMatch(/^storage\.file\./);
    }
    for (const end of [8, 20, 41, 57, sealed.length - 1]) {
      expect(await refused(sealed.slice(0, end)), `cut at ${end}`).toMatch(/^storage\.file\./);
    }
    expect(await refused(sealed, '口令 ')).toBe('storage.file.wrongPassphrase');
    expect(await refused(sealed, '')).toBe('storage.file.wrongPassphrase');
  });
});
