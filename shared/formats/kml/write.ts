import type { Geometry, Position } from 'geojson';
import type { CellValue, Table, TableRow } from '#shared/formats/table.ts';
import { columnKinds, namesOf } from '#shared/formats/write/column-kind.ts';
import {
  distinctNames,
  renamedColumns,
  renamedLayers,
} from '#shared/formats/write/distinct-names.ts';
import { heldText } from '#shared/formats/write/held-texts.ts';
import type { Loss, Writer, WriteOptions } from '#shared/formats/write/writer.ts';
import { escapeAttribute, escapeXml } from '#shared/formats/xml/escape-xml.ts';

/** Columns that become the name of a place, the likeliest first. */
const nameColumns = ['name', '名称', 'Name', 'NAME', '点位名称', '片区名称'];

function coordinates(positions: readonly Position[]): string {
  const text = positions.map(([x, y]) => `${x},${y}`).join(' ');
  return `<coordinates>${text}</coordinates>`;
}

function shape(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point>${coordinates([geometry.coordinates])}</Point>`;
    case 'LineString':
      return `<LineString>${coordinates(geometry.coordinates)}</LineString>`;
    case 'Polygon': {
      const rings = geometry.coordinates.map((ring, index) => {
        const role = index === 0 ? 'outerBoundaryIs' : 'innerBoundaryIs';
        return `<${role}><LinearRing>${coordinates(ring)}</LinearRing></${role}>`;
      });
      return `<Polygon>${rings.join('')}</Polygon>`;
    }
    case 'GeometryCollection':
      return multi(geometry.geometries);
    default: {
      const type = geometry.type.slice(5);
      return multi(
        (geometry.coordinates as unknown[]).map(
          (part) => ({ type, coordinates: part }) as Geometry,
        ),
      );
    }
  }
}

function multi(parts: readonly Geometry[]): string {
  return `<MultiGeometry>${parts.map(shape).join('')}</MultiGeometry>`;
}

/** What 奥维 calls a system; it and our own reader go by this, others by the standard. */
function coordType(crs: string): string {
  if (crs === 'EPSG:4326') return '';
  return `<OvCoordType>${escapeXml(crs === 'EPSG:4490' ? 'CGCS2000' : crs)}</OvCoordType>`;
}

/** Which column names the places of a table; -1 when none does. */
function nameColumn(columns: readonly string[]): number {
  const found = nameColumns.find((name) => columns.includes(name));
  return found === undefined ? -1 : columns.indexOf(found);
}

/**
 * The fields of a folder's places, all of them text. GDAL makes lines of the Chinese in names that no schema
 * declares, and takes names of the same length for one.
 */
function schema(table: Table, name: number, id: string): string {
  const fields = table.columns.flatMap((column, index) =>
    index === name ? [] : [`<SimpleField type="string" name="${escapeAttribute(column)}"/>`],
  );
  return `<Schema name="${id}" id="${id}">${fields.join('')}</Schema>`;
}

const schemaId = (index: number) => `fields-${index + 1}`;

function placemark(table: Table, row: TableRow, name: number, crs: string, id: string): string {
  const data = table.columns.flatMap((column, index) => {
    const cell: CellValue = row.cells[index] ?? null;
    if (cell === null || cell === '' || index === name) return [];
    const value = escapeXml(String(cell));
    return [`<SimpleData name="${escapeAttribute(column)}">${value}</SimpleData>`];
  });
  const fields = `<SchemaData schemaUrl="#${id}">${data.join('')}</SchemaData>`;
  const title = name < 0 ? null : (row.cells[name] ?? null);
  return [
    '<Placemark>',
    title === null ? '' : `<name>${escapeXml(String(title))}</name>`,
    data.length > 0 ? `<ExtendedData>${fields}</ExtendedData>` : '',
    coordType(crs),
    row.geometry ? shape(row.geometry) : '',
    '</Placemark>',
  ].join('');
}

function folder(table: Table, crs: string, layer: string, id: string): string {
  const name = nameColumn(table.columns);
  const marks = table.rows.map((row) => placemark(table, row, name, crs, id));
  const title = layer === '' ? '' : `<name>${escapeXml(layer)}</name>`;
  return `<Folder>${title}\n${marks.join('\n')}\n</Folder>`;
}

/** Names of the folders: two of the same would come back as one. */
function folderNames(tables: readonly Table[]): string[] {
  const names = tables.map(({ layer }) => heldText(layer, 'ofXml').trim());
  return tables.length === 1
    ? names
    : distinctNames(names.map((name, index) => name || String(index + 1)));
}

function text(tables: readonly Table[], { crs, members }: WriteOptions, name: string): string {
  const said = Object.entries({ ...members, coordinateSystem: crs }).map(
    ([key, value]) =>
      `<Data name="${escapeAttribute(key)}"><value>${escapeXml(value)}</value></Data>`,
  );
  const names = folderNames(tables);
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${escapeXml(name)}</name><ExtendedData>${said.join('')}</ExtendedData>
${tables.map((table, i) => schema(table, nameColumn(table.columns), schemaId(i))).join('\n')}
${tables.map((table, i) => folder(table, crs, names[i] as string, schemaId(i))).join('\n')}
</Document></kml>
`;
}

/** What columns are called when the file is read again. */
function namesBack(columns: readonly string[]): string[] {
  const name = nameColumn(columns);
  return columns.map((column, i) => (i === name ? 'name' : heldText(column, 'ofXml')));
}

function lossesOf(tables: readonly Table[], { crs }: WriteOptions): Loss[] {
  const typed = tables.flatMap((table) => {
    const kinds = columnKinds(table);
    return table.columns.filter((_, index) => kinds[index] !== 'text');
  });
  const nothing = tables.flatMap(({ columns, rows }) =>
    columns.filter((_, i) => rows.every(({ cells }) => (cells[i] ?? null) === null)),
  );
  const found: Loss[] = [];
  if (typed.length > 0) found.push({ key: 'columnsAsText', params: namesOf(typed) });
  if (nothing.length > 0) found.push({ key: 'columnsEmpty', params: namesOf(nothing) });
  found.push(...renamedColumns(tables, namesBack), ...renamedLayers(tables, folderNames(tables)));
  if (!['EPSG:4326', 'EPSG:4490'].includes(crs)) found.push({ key: 'kmlShifted', params: { crs } });
  return found;
}

/** KML 2.2: a folder a layer, attributes as ExtendedData with a schema, the system stated in the document. */
export const kmlWriter: Writer = {
  losses: lossesOf,
  write: (tables, options, name) => {
    const bytes = new TextEncoder().encode(text(tables, options, name));
    return [{ name: `${name}.kml`, bytes }];
  },
};
