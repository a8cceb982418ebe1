/** A moment as ISO 8601 on a clock `utcOffsetMinutes` ahead of UTC: `2026-03-04T09:41:07+08:00`. */
export function isoWithOffset(time: number, utcOffsetMinutes: number): string {
  const local = new Date(time + utcOffsetMinutes * 60_000).toISOString().slice(0, 19);
  const minutes = Math.abs(utcOffsetMinutes);
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${local}${utcOffsetMinutes < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}
