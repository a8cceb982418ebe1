import { findCrs, longestDefinition } from './crs.ts';
import { crsNamed, datumNamed } from './crs-named.ts';
import { codeOfGaussKruger, widthOfZone } from './gauss-kruger.ts';

/** What a definition in well-known text means. */
export interface WktCrs {
  /** Null when it does not say where on earth its positions are. */
  id: string | null;
  /** Its own name, for people. */
  name: string;
}

/** A parameter by its name in the older and in the newer form. */
function parameter(text: string, older: string, newer: string): number | null {
  const name = `(?:${older}|${newer})`;
  const found = new RegExp(`PARAMETER\\s*\\[\\s*"${name}"\\s*,\\s*([-+\\d.eE]+)`, 'i').exec(text);
  const value = Number(found?.[1]);
  return found && Number.isFinite(value) ? value : null;
}

/** EPSG code of the whole definition: the last authority that stands in it. */
function codeOf(text: string): number | null {
  const tail = text.slice(-200);
  const found = /(?:AUTHORITY|ID)\s*\[\s*"EPSG"\s*,\s*"?(\d{4,6})"?\s*\]\s*\]\s*$/i.exec(tail);
  return found ? Number(found[1]) : null;
}

/** Gauss–Krüger by its figures, whatever it is called. */
function byFigures(text: string): string | null {
  if (!/"(Transverse_Mercator|Gauss_Kruger|Transverse Mercator)"/i.test(text)) return null;
  const datum = datumNamed(text);
  const meridian = parameter(text, 'central_meridian', 'Longitude of natural origin');
  const easting = parameter(text, 'false_easting', 'False easting');
  const isPlain =
    (parameter(text, 'scale_factor', 'Scale factor at natural origin') ?? 1) === 1 &&
    (parameter(text, 'false_northing', 'False northing') ?? 0) === 0 &&
    (parameter(text, 'latitude_of_origin', 'Latitude of natural origin') ?? 0) === 0;
  if (!datum || meridian === null || easting === null || !isPlain) return null;
  const zone = easting === 500_000 ? null : (easting - 500_000) / 1_000_000;
  const width = zone === null ? 3 : widthOfZone(zone);
  if (width === null) return null;
  const code = codeOfGaussKruger({ datum, width, meridian, zone });
  const found = code === null ? null : findCrs(`EPSG:${code}`);
  const expected = zone === null ? meridian : width === 6 ? 6 * zone - 3 : 3 * zone;
  return found && expected === meridian ? found.id : null;
}

/**
 * System of a definition as stands in a .prj (WKT 1 of ESRI and OGC, WKT 2): by its authority, its
 * name or its figures; else the definition itself, which proj4 reads.
 */
export function crsOfWkt(text: string): WktCrs {
  const name = (/"([^"]{0,80})"/.exec(text)?.[1] ?? text.slice(0, 80)).trim();
  if (/^\s*(LOCAL_CS|ENGCRS|ENGINEERINGCRS)/i.test(text)) {
    // Our own files name the systems of Chinese web maps so.
    const web = ['GCJ-02', 'BD-09', 'BD-09MC'].find((id) => id === name);
    return { id: web ?? null, name };
  }
  const code = codeOf(text);
  const known =
    (code === null ? null : findCrs(`EPSG:${code}`)?.id) ?? byFigures(text) ?? crsNamed(name);
  if (known) return { id: known, name };
  const isWkt = /^\s*(PROJCS|PROJCRS|GEOGCS|GEOGCRS|GEODCRS|BOUNDCRS|COMPD_CS)\s*\[/i.test(text);
  return { id: isWkt && text.length <= longestDefinition ? `WKT:${text}` : null, name };
}
