import type { DeclaredCrs } from '#shared/formats/source/source.ts';
import { crsNamed } from '#shared/geo/crs/crs-named.ts';

/**
 * What the `crs` member of older GeoJSON (2008) names. RFC 7946 section 4 dropped the member; a
 * missing one means WGS84, but many writers leave it out whatever they write, so it is null here.
 */
export function declaredCrs(crs: unknown): DeclaredCrs | null {
  if (crs === undefined || crs === null) return null;
  const properties = (crs as { properties?: { name?: unknown; code?: unknown; href?: unknown } })
    .properties;
  const name = properties?.name ?? properties?.code ?? properties?.href;
  const plain = typeof name === 'string' || typeof name === 'number' ? String(name) : '?';
  const text = plain.slice(0, 80).trim();
  return { id: crsNamed(text), text, from: 'crs' };
}
