const full = /(20\d{2})[-_.年/ ]?(\d{1,2})[-_.月/ ]?(\d{1,2})(?!\d)/;
const short = /(?<!\d)(\d{1,2})月(\d{1,2})[日号]?/;

function real(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/**
 * The day that a file's name speaks of (值班表2026-11-26, 11月26日签到), `YYYY-MM-DD`; without a year the
 * one nearest to `today`. Null when it speaks of none.
 */
export function dayInName(name: string, today: string): string | null {
  const text = name.normalize('NFKC');
  const whole = full.exec(text);
  if (whole) return real(Number(whole[1]), Number(whole[2]), Number(whole[3]));
  const part = short.exec(text);
  if (!part) return null;
  const year = Number(today.slice(0, 4));
  const away = (day: string) => Math.abs(Date.parse(day) - Date.parse(today));
  return (
    [year - 1, year, year + 1]
      .flatMap((one) => real(one, Number(part[1]), Number(part[2])) ?? [])
      .sort((a, b) => away(a) - away(b))[0] ?? null
  );
}
