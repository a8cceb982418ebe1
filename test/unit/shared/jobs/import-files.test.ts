import { describe, expect, it } from 'vitest';
import { FormatError } from '#shared/formats/format-error.ts';
import { readSource } from '#shared/formats/registry.ts';
import type { SourceLayer } from '#shared/formats/source/source.ts';
import { readImport } from '#shared/jobs/import-files.ts';

/** A list longer than two of the pieces in which a file comes in, with line ends inside of cells. */
const long = Array.from({ length: 30_000 }, (_, index) =>
  index % 7 === 0
    ? `${index},"东门, ""甲""\n${'二'.repeat(index % 300)}",+86,116.1`
    : `${index},西门 ${'x'.repeat(index % 700)},1.1E+11,39.9`,
);
const heading = '编号,名称,电话,经度';
const list = (lines: readonly string[], head = heading) => [head, ...lines].join('\r\n');
const bytesOf = (text: string) => new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;

/** What both ways make of a file: its one table, or the sentence that refuses it. */
async function seen(read: () => Promise<{ layers: SourceLayer[] }>) {
  try {
    const { layers } = await read();
    const [{ rows, ...rest }] = layers as [SourceLayer];
    // In one text: rows by the ten thousand take a test long to compare.
    return { ...rest, rows: JSON.stringify(rows.map(({ number, cells }) => [number, cells])) };
  } catch (error) {
    if (error instanceof FormatError) return { key: error.key, params: error.params };
    throw error;
  }
}

describe('a table that is scanned while it comes in', () => {
  const mark = Uint8Array.of(0xef, 0xbb, 0xbf);
  const gbk = Uint8Array.of(0xb6, 0xab, 0xc3, 0xc5);
  const joined = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));
  it.each([
    ['as it is', bytesOf(list(long)), undefined],
    ['with a mark', joined(mark, bytesOf(list(long))), undefined],
    ['with a delimiter of two bytes', bytesOf(list(long, 'sep=é\n编号é名称')), undefined],
    ['whose last line is in another encoding', joined(bytesOf(list(long)), gbk), undefined],
    ['in an encoding that the user says', bytesOf(list(long).replace(/[^ -~\r\n]/g, '')), 'big5'],
    ['with a quotation mark that is never closed', bytesOf(`${list(long)}\r\n"`), undefined],
    [
      'with a mark in its midst that opens all the rest',
      bytesOf(list(long).replace('西', '"')),
      'utf-8',
    ],
    ['with too many columns at its end', bytesOf(`${list(long)}\n${','.repeat(600)}`), undefined],
    ['that is no text at its end', bytesOf(`${list(long)}\n\u0000`), undefined],
  ])('is the same as when it is all there: %s', async (_, bytes, encoding) => {
    expect(bytes.length).toBeGreaterThan(9 * 2 ** 20);
    const name = 'list.csv';
    const whole = await seen(() => readSource({ name, bytes, parts: new Map() }, { encoding }));
    expect(await seen(() => readImport({ name, bytes: new Blob([bytes]), encoding }))).toEqual(
      whole,
    );
  });

  it('may turn out to be no table', async () => {
    const lines = Array.from(
      { length: 90_000 },
      (_, index) => `{"type":"Feature","geometry":null,"properties":{"名称":"东门 ${index}"}}`,
    );
    const bytes = bytesOf(lines.join('\n'));
    const { format } = await readImport({ name: 'list.txt', bytes: new Blob([bytes]) });
    expect(format).toBe('geojsonseq');
  });
});
