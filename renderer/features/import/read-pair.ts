import type { Position } from 'geojson';

const pair = /^\s*([-+]?\d+(?:\.\d+)?)\s*[,，;；\s]\s*([-+]?\d+(?:\.\d+)?)\s*$/;

/** Two numbers as they are typed or pasted; null when there are not two. */
export function readPair(typed: string): Position | null {
  const found = pair.exec(typed);
  return found ? [Number(found[1]), Number(found[2])] : null;
}
