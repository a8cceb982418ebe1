/** Of zones over one place, by number, those of the highest rank: only they answer for it. */
export function answeringZones(zones: readonly number[], ranks: readonly number[]): number[] {
  const highest = zones.reduce((most, zone) => Math.max(most, ranks[zone] ?? 0), 0);
  return zones.filter((zone) => (ranks[zone] ?? 0) === highest);
}
