const radians = Math.PI / 180;
/** Length of the equator in metres on the sphere of Web Mercator. */
export const equatorM = 2 * Math.PI * 6_378_137;

/** Longitude in degrees to Web Mercator x, 0 at 180° W and 1 at 180° E. */
export function mercatorX(longitude: number): number {
  return longitude / 360 + 0.5;
}

/** Latitude in degrees to Web Mercator y, 0 in the north and 1 in the south. */
export function mercatorY(latitude: number): number {
  const sine = Math.sin(latitude * radians);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

/** Latitude in degrees of a Web Mercator y; the inverse of {@link mercatorY}. */
export function latitudeOf(y: number): number {
  return Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) / radians;
}

/** Longitude in degrees of a Web Mercator x; the inverse of {@link mercatorX}. */
export function longitudeOf(x: number): number {
  return (x - 0.5) * 360;
}

/** Metres on the ground that one unit of Web Mercator spans at a Mercator y. */
export function metresPerMercatorUnit(y: number): number {
  return equatorM / Math.cosh(Math.PI * (1 - 2 * y));
}
