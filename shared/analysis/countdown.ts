/** Whole days, hours and minutes from `now` to the start of a day on the district's clock; null once it has begun. */
export function countdown(
  day: string,
  now: number,
  utcOffsetMinutes: number,
): { days: number; hours: number; minutes: number } | null {
  const left = Date.parse(`${day}T00:00:00Z`) - utcOffsetMinutes * 60_000 - now;
  if (!(left > 0)) return null;
  const minutes = Math.floor(left / 60_000);
  return {
    days: Math.floor(minutes / 1440),
    hours: Math.floor((minutes % 1440) / 60),
    minutes: minutes % 60,
  };
}
