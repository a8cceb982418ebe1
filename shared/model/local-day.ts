/**
 * Calendar day (`YYYY-MM-DD`) of a moment on a clock that is `utcOffsetMinutes` ahead of UTC,
 * so that a laptop set to another time zone does not move deadlines.
 */
export function localDay(time: number, utcOffsetMinutes: number): string {
  return new Date(time + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}
