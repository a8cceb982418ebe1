/**
 * Number `n` of a series of ids that begins with `first` (a UUID): for commands that make as many
 * records as the ground has pieces, which nobody knows beforehand.
 */
export function seriesId(first: string, n: number): string {
  const tail = (Number.parseInt(first.slice(24), 16) + n) % 2 ** 48;
  return first.slice(0, 24) + tail.toString(16).padStart(12, '0');
}
