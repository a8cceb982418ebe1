import { FormatError } from '#shared/formats/format-error.ts';
import { Meter } from '#shared/formats/limits.ts';
import type { Problem } from '#shared/formats/source/problem.ts';
import { type Reading, rowsInTurn } from '#shared/formats/source/turns.ts';
import { type CellValue, isSafeKey } from '#shared/formats/table.ts';
import { decodeStrictly, type EncodingEvidence } from '#shared/formats/text/encoding.ts';
import { decodeCut, findDbfEncoding, type RawText } from './dbf-encoding.ts';
import { type DbfField, readDbfHeader } from './dbf-header.ts';
import { readValue, trimmed } from './dbf-values.ts';

export interface DbfTable {
  columns: string[];
  /** Null for a record marked as deleted: its shape is deleted too. */
  rows: (CellValue[] | null)[];
  encoding: EncodingEvidence;
  problems: Problem[];
}

const sampleCount = 400;

const beyondAscii = (bytes: Uint8Array) => bytes.some((byte) => byte > 0x7f);

class DbfReader {
  private readonly bytes: Uint8Array;
  private readonly header: ReturnType<typeof readDbfHeader>;
  private readonly count: number;
  private cut = { count: 0, row: 0 };
  private garbled = { count: 0, row: 0 };

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.header = readDbfHeader(bytes);
    const { start, recordLength, count } = this.header;
    const held = Math.max(0, Math.floor((bytes.length - start) / recordLength));
    this.count = Math.min(count, held);
  }

  *read(cpg: string | null, override: string | undefined): Reading<DbfTable> {
    const { fields, languageId, count } = this.header;
    const found = findDbfEncoding(this.samples(), languageId, cpg, override);
    const { encoding, from, doubted } = found;
    new Meter().rows(this.count, fields.length);
    const rows: DbfTable['rows'] = [];
    while (rows.length < this.count) {
      if (rows.length % rowsInTurn === 0) yield;
      rows.push(this.row(rows.length, encoding));
    }
    const problems: Problem[] = [];
    if (this.count < count) {
      problems.push({ key: 'dbfShort', params: { count, held: this.count } });
    }
    if (doubted !== null)
      problems.push({ key: 'encodingDoubted', params: { said: doubted, encoding } });
    if (this.cut.count > 0) problems.push({ key: 'charactersCut', params: this.cut });
    if (this.garbled.count > 0) problems.push({ key: 'charactersGarbled', params: this.garbled });
    if (fields.some(({ type }) => 'MGPWVQ'.includes(type))) {
      problems.push({ key: 'memosLeft', params: {} });
    }
    return { columns: this.columns(encoding), rows, encoding: { encoding, from }, problems };
  }

  private value(row: number, field: DbfField): Uint8Array {
    const { start, recordLength } = this.header;
    const at = start + row * recordLength;
    return this.bytes.subarray(
      at + field.offset,
      Math.min(at + field.offset + field.length, at + recordLength),
    );
  }

  /** Values and names with bytes beyond ASCII, from all over the table. */
  private samples(): RawText[] {
    const { fields } = this.header;
    const samples: RawText[] = fields
      .filter(({ name }) => beyondAscii(name))
      .map(({ name }) => ({ bytes: name, full: name.length >= 10 }));
    const texts = fields.filter(({ type }) => type === 'C');
    const step = Math.max(1, Math.floor(this.count / 5000));
    for (let row = 0; row < this.count && samples.length < sampleCount; row += step) {
      for (const field of texts) {
        const raw = this.value(row, field);
        const bytes = trimmed(raw);
        if (beyondAscii(bytes)) samples.push({ bytes, full: bytes.length >= raw.length - 1 });
      }
    }
    return samples;
  }

  private row(row: number, encoding: string): CellValue[] | null {
    const { start, recordLength, fields } = this.header;
    if (this.bytes[start + row * recordLength] === 0x2a) return null;
    return fields.map((field) => {
      const bytes = this.value(row, field);
      return field.type === 'C'
        ? this.text(row, bytes, encoding)
        : (readValue(field, bytes) ?? null);
    });
  }

  private text(row: number, raw: Uint8Array, encoding: string): CellValue {
    const bytes = trimmed(raw);
    if (bytes.length === 0) return null;
    const decoded = decodeCut({ bytes, full: bytes.length >= raw.length - 1 }, encoding);
    if (decoded && !decoded.cut) return decoded.text;
    const tally = decoded ? this.cut : this.garbled;
    if (tally.count === 0) tally.row = row + 1;
    tally.count += 1;
    return decoded?.text ?? new TextDecoder(encoding).decode(bytes);
  }

  private columns(encoding: string): string[] {
    const taken = new Set<string>();
    return this.header.fields.map(({ name }, index) => {
      const decoded =
        decodeCut({ bytes: name, full: true }, encoding)?.text ??
        decodeStrictly(name, 'gb18030') ??
        '';
      const own = decoded.trim();
      const base = own === '' ? `F${index + 1}` : isSafeKey(own) ? own : `${own}_`;
      let column = base;
      for (let copy = 2; taken.has(column); copy += 1) column = `${base} (${copy})`;
      taken.add(column);
      return column;
    });
  }
}

/**
 * The table of a .dbf; `cpg` is the text of the .cpg beside it.
 * @throws FormatError when the header is damaged or the override is no encoding
 */
export function* readDbf(
  bytes: Uint8Array,
  cpg: string | null,
  override: string | undefined,
): Reading<DbfTable> {
  if (bytes.length === 0) throw new FormatError('format.empty');
  return yield* new DbfReader(bytes).read(cpg, override);
}
