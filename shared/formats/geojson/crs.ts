import { FormatError } from '#shared/formats/format-error.ts';

/** Names whose degrees are WGS84 or, as CGCS2000, differ from it by less than the grid can show. */
const degrees = /(CRS:?84|EPSG:+(?:[\d.]*:)?(?:4326|4490)|^WGS ?84$|^CGCS ?2000$)$/i;

/**
 * Refuses the `crs` member of older GeoJSON (2008) when it names anything but longitude and latitude
 * on WGS84 or CGCS2000. RFC 7946 section 4 dropped the member; a missing one means WGS84.
 * @throws FormatError naming the coordinate system.
 */
export function checkCrs(crs: unknown): void {
  if (crs === undefined || crs === null) return;
  const properties = (crs as { properties?: { name?: unknown; code?: unknown; href?: unknown } })
    .properties;
  const name = properties?.name ?? properties?.code ?? properties?.href;
  const plain = typeof name === 'string' || typeof name === 'number' ? String(name) : '?';
  const text = plain.slice(0, 80);
  if (!degrees.test(text.trim())) throw new FormatError('format.geojson.crs', { crs: text });
}
