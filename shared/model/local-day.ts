/**
 * Calendar day (`YYYY-MM-DD`) of a moment on a clock that is `utcOffsetMinutes` ahead of UTC,
 * so that a laptop set to another time zone does not move deadlines.
 */
export function localDay(time: number, utcOffsetMinutes: number): string {
  return new Date(time + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);
}

/** Last moment (ms since 1970) of a calendar day on the same clock. */
export function endOfDay(day: string, utcOffsetMinutes: number): number {
  return Date.parse(`${day}T23:59:59.999Z`) - utcOffsetMinutes * 60_000;
}

/** First moment (ms since 1970) of a calendar day (`YYYY-MM-DD`) on such a clock. */
export function localDayStart(day: string, utcOffsetMinutes: number): number {
  return Date.parse(`${day}T00:00:00Z`) - utcOffsetMinutes * 60_000;
}

/** Time of day `HH:MM` of a moment on such a clock. */
export function localTime(time: number, utcOffsetMinutes: number): string {
  return new Date(time + utcOffsetMinutes * 60_000).toISOString().slice(11, 16);
}
