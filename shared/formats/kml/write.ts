import type { Geometry, Position } from 'geojson';
import type { CellValue, Table, TableRow } from '#shared/formats/table.ts';
import { columnKinds, namesOf } from '#shared/formats/write/column-kind.ts';
import type { Loss, Writer, WriteOptions } from '#shared/formats/write/writer.ts';
import { escapeXml } from '#shared/formats/xml/escape-xml.ts';

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

function placemark(table: Table, row: TableRow, name: number, crs: string): string {
  const data = table.columns.flatMap((column, index) => {
    const cell: CellValue = row.cells[index] ?? null;
    if (cell === null || cell === '' || index === name) return [];
    return [`<Data name="${escapeXml(column)}"><value>${escapeXml(String(cell))}</value></Data>`];
  });
  const title = name < 0 ? null : (row.cells[name] ?? null);
  return [
    '<Placemark>',
    title === null ? '' : `<name>${escapeXml(String(title))}</name>`,
    data.length > 0 ? `<ExtendedData>${data.join('')}</ExtendedData>` : '',
    coordType(crs),
    row.geometry ? shape(row.geometry) : '',
    '</Placemark>',
  ].join('');
}

function folder(table: Table, crs: string): string {
  const name = table.columns.findIndex((column) => nameColumns.includes(column));
  const marks = table.rows.map((row) => placemark(table, row, name, crs));
  const title = table.layer === '' ? '' : `<name>${escapeXml(table.layer)}</name>`;
  return `<Folder>${title}\n${marks.join('\n')}\n</Folder>`;
}

function text(tables: readonly Table[], { crs, members }: WriteOptions, name: string): string {
  const said = Object.entries({ ...members, coordinateSystem: crs }).map(
    ([key, value]) => `<Data name="${escapeXml(key)}"><value>${escapeXml(value)}</value></Data>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>${escapeXml(name)}</name><ExtendedData>${said.join('')}</ExtendedData>
${tables.map((table) => folder(table, crs)).join('\n')}
</Document></kml>
`;
}

function lossesOf(tables: readonly Table[], { crs }: WriteOptions): Loss[] {
  const typed = tables.flatMap((table) => {
    const kinds = columnKinds(table);
    return table.columns.filter((_, index) => kinds[index] !== 'text');
  });
  const renamed = tables.flatMap(({ columns }) =>
    columns.filter((column) => nameColumns.includes(column) && column !== 'name').slice(0, 1),
  );
  const found: Loss[] = [];
  if (typed.length > 0) found.push({ key: 'columnsAsText', params: namesOf(typed) });
  if (renamed.length > 0) {
    found.push({ key: 'columnsRenamed', params: namesOf(renamed.map((one) => `${one} → name`)) });
  }
  if (!['EPSG:4326', 'EPSG:4490'].includes(crs)) found.push({ key: 'kmlShifted', params: { crs } });
  return found;
}

/** KML 2.2: a folder a layer, attributes as ExtendedData, the system stated in the document. */
export const kmlWriter: Writer = {
  losses: lossesOf,
  write: (tables, options, name) => {
    const bytes = new TextEncoder().encode(text(tables, options, name));
    return [{ name: `${name}.kml`, bytes }];
  },
};
