/** Moments of the sample. They are fixed: the file is the same whenever it is made. */
export const sampleDay = '2026-11-20';
export const sampleNow = Date.parse('2026-11-20T18:00:00+08:00');
export const inspectionDay = '2026-12-08';
export const utcOffsetMinutes = 480;
export const dayMs = 86_400_000;

/** Two years of days, oldest first, as the moment when each begins on the district's clock. */
export const sampleDays: readonly number[] = Array.from(
  { length: 730 },
  (_, index) => Date.parse(`${sampleDay}T00:00:00+08:00`) - (729 - index) * dayMs,
);

export const dayText = (begin: number) =>
  new Date(begin + utcOffsetMinutes * 60_000).toISOString().slice(0, 10);

const within = (day: string, from: string, to: string) => day >= from && day <= to;

export const isFestival = (day: string) =>
  within(day.slice(5), '10-01', '10-07') ||
  within(day.slice(5), '05-01', '05-05') ||
  within(day, '2025-01-28', '2025-02-04') ||
  within(day, '2026-02-16', '2026-02-23');

const snowfalls = [
  '2024-12-15',
  '2025-01-25',
  '2025-02-12',
  '2025-12-12',
  '2026-01-18',
  '2026-02-08',
];

/** Days with snow on the ground: of a fall and the two days after it. */
export const isSnowy = (begin: number) =>
  [0, 1, 2].some((days) => snowfalls.includes(dayText(begin - days * dayMs)));

/** Days on which a mock inspection walked the district and took points off. */
export const mockInspections: readonly string[] = [
  '2025-05-21',
  '2025-10-22',
  '2026-05-20',
  '2026-09-16',
  '2026-10-28',
];

/** How many issues a day brings, relative to others. */
export function dayWeight(begin: number, index: number): number {
  const day = dayText(begin);
  const weekday = new Date(begin + utcOffsetMinutes * 60_000).getUTCDay();
  const month = Number(day.slice(5, 7));
  const week = [0.62, 1.12, 1.05, 1.03, 1.02, 1.04, 0.72][weekday] ?? 1;
  const season = [0.8, 0.72, 0.92, 1, 1.08, 1.15, 1.18, 1.2, 1.1, 1.05, 1.18, 0.9][month - 1] ?? 1;
  const campaign = day >= '2026-10-20' ? 1.45 : 1 + 0.15 * (index / 730);
  const event = (mockInspections.includes(day) ? 2.2 : 1) * (isSnowy(begin) ? 1.5 : 1);
  return week * season * campaign * event * (isFestival(day) ? 0.85 : 1);
}
