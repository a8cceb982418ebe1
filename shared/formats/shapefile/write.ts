import type { Table } from '#shared/formats/table.ts';
import { namesOf } from '#shared/formats/write/column-kind.ts';
import {
  distinctNames,
  renamedColumns,
  renamedLayers,
} from '#shared/formats/write/distinct-names.ts';
import { safeFileName } from '#shared/formats/write/file-names.ts';
import type { Loss, Writer, WriteOptions, WrittenFile } from '#shared/formats/write/writer.ts';
import { wktOfCrs } from '#shared/geo/crs/wkt-of-crs.ts';
import { planDbf, shortNames } from './dbf-plan.ts';
import { writeDbf } from './write-dbf.ts';
import { type ShapeType, shapeTypeOf, writeShp } from './write-shp.ts';

interface Part {
  table: Table;
  type: ShapeType;
  suffix: string;
}

/** The tables that shapefiles are made of: one type of shape in each. */
function partsOf(tables: readonly Table[]): Part[] {
  return tables.flatMap((table) => {
    const types = new Set(
      table.rows.flatMap(({ geometry }) => (geometry ? [shapeTypeOf(geometry)] : [])),
    );
    const [only = 'point'] = types;
    if (types.size <= 1) return [{ table, type: only, suffix: '' }];
    return [...types].map((type, index) => ({
      table: {
        ...table,
        // Rows without a shape go with the first part.
        rows: table.rows.filter(({ geometry }) =>
          geometry ? shapeTypeOf(geometry) === type : index === 0,
        ),
      },
      type,
      suffix: `_${type}`,
    }));
  });
}

/** Fields beyond which some programs for maps read no .dbf. */
const usualFields = 255;

function namesFor(parts: readonly Part[], name: string, several: boolean): string[] {
  return distinctNames(
    parts.map(
      ({ table, suffix }) =>
        (several && table.layer !== '' ? safeFileName(table.layer) : name) + suffix,
    ),
  );
}

function filesOf({ table, type }: Part, name: string, options: WriteOptions): WrittenFile[] {
  const { shp, shx } = writeShp(
    table.rows.map(({ geometry }) => geometry),
    type,
  );
  const text = (content: string) => new TextEncoder().encode(content);
  const wkt = wktOfCrs(options.crs);
  return [
    { name: `${name}.shp`, bytes: shp },
    { name: `${name}.shx`, bytes: shx },
    { name: `${name}.dbf`, bytes: writeDbf(table, options.encoding) },
    { name: `${name}.cpg`, bytes: text(options.encoding === 'gb18030' ? 'GBK' : 'UTF-8') },
    ...(wkt === null ? [] : [{ name: `${name}.prj`, bytes: text(wkt) }]),
  ];
}

function lossesOf(tables: readonly Table[], options: WriteOptions): Loss[] {
  const found: Loss[] = [];
  const parts = partsOf(tables);
  if (parts.length > tables.length) {
    found.push({ key: 'layersSplit', params: { count: parts.length } });
  }
  const sum = { cut: 0, missing: 0, rounded: 0 };
  let longest = Infinity;
  const mixed: string[] = [];
  for (const { table } of parts) {
    const { losses } = planDbf(table, options.encoding);
    mixed.push(...losses.mixed);
    sum.cut += losses.cut;
    sum.missing += losses.missing;
    sum.rounded += losses.rounded;
    longest = Math.min(longest, losses.longest);
  }
  const widest = Math.max(0, ...tables.map(({ columns }) => columns.length));
  found.push(...renamedColumns(tables, (columns) => shortNames(columns, options.encoding)));
  if (tables.length > 1) {
    const names = distinctNames(tables.map(({ layer }) => safeFileName(layer)));
    found.push(...renamedLayers(tables, names));
  }
  if (mixed.length > 0) found.push({ key: 'columnsAsText', params: namesOf(mixed) });
  if (sum.cut > 0) found.push({ key: 'textsCut', params: { count: sum.cut, bytes: longest } });
  if (sum.missing > 0) found.push({ key: 'signsMissing', params: { count: sum.missing } });
  if (sum.rounded > 0) found.push({ key: 'numbersRounded', params: { count: sum.rounded } });
  if (widest > usualFields) {
    found.push({ key: 'manyColumns', params: { count: widest, usual: usualFields } });
  }
  return found;
}

/** Shapefiles: one for each layer and type of shape, with .prj and .cpg. */
export const shapefileWriter: Writer = {
  losses: lossesOf,
  write: (tables, options, name) => {
    const parts = partsOf(tables);
    const names = namesFor(parts, name, tables.length > 1);
    return parts.flatMap((part, i) => filesOf(part, names[i] as string, options));
  },
};
