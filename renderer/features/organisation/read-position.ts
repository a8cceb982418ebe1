import { position, type LonLat } from '#shared/model/primitives.ts';

/** A position as somebody types it, `longitude, latitude` in degrees; null: none. */
export function readPosition(typed: string): LonLat | null {
  const parts = typed
    .normalize('NFKC')
    .split(/[,，、;\s]+/)
    .filter((part) => part !== '');
  if (parts.length !== 2) return null;
  const parsed = position.safeParse(parts.map(Number));
  return parsed.success ? parsed.data : null;
}
