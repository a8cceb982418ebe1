import { FormatError } from '#shared/formats/format-error.ts';
import { LeftOut } from '#shared/formats/geometry/left-out.ts';
import { Meter } from '#shared/formats/limits.ts';
import type { ReadOptions, Source, SourceLayer } from '#shared/formats/source/source.ts';
import { inTurns, type Reading, rowsInTurn } from '#shared/formats/source/turns.ts';
import type { TableRow } from '#shared/formats/table.ts';
import { decodeText, evidenceOf, textProblems } from '#shared/formats/text/decode-text.ts';
import { crsNamed } from '#shared/geo/crs/crs-named.ts';
import { looksLikeWkt, readWkt } from './read-wkt.ts';

/** Texts of a file, each a geometry: one a line, or one over several lines. */
function statements(text: string): { number: number; text: string }[] {
  const found: { number: number; text: string }[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (looksLikeWkt(line) || found.length === 0) found.push({ number: index + 1, text: line });
    else (found[found.length - 1] as { text: string }).text += ` ${line}`;
  });
  return found.filter((one) => one.text.trim() !== '');
}

/** The layer of a text of geometries in well-known text. @throws FormatError */
export function readWktFile(source: Source, options: ReadOptions): Promise<SourceLayer[]> {
  return inTurns(wktReading(source, options), options.pause);
}

function* wktReading(source: Source, options: ReadOptions): Reading<SourceLayer[]> {
  const decoded = decodeText(source.bytes, options.encoding);
  const { text } = decoded;
  const found = statements(text);
  new Meter().rows(found.length);
  const left = new LeftOut();
  const rows: TableRow[] = [];
  for (const { number, text: one } of found) {
    if (rows.length % rowsInTurn === 0) yield;
    const answer = readWkt(one.replace(/;\s*$/, ''), left);
    rows.push(
      'problem' in answer
        ? { number, cells: [], geometry: null, problem: answer.problem }
        : { number, cells: [], geometry: answer.geometry, problem: null },
    );
  }
  if (rows.length === 0) throw new FormatError('format.empty');
  const srid = /^\s*SRID\s*=\s*(\d+)/i.exec(text)?.[1];
  const crs =
    srid === undefined ? null : { id: crsNamed(srid), text: `EPSG:${srid}`, from: 'SRID' };
  return [
    {
      layer: '',
      columns: [],
      rows,
      crs,
      encoding: evidenceOf(decoded),
      problems: [...textProblems(decoded), ...left.problems()],
    },
  ];
}
