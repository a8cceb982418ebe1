import { create } from 'zustand';
import type { LonLat } from '#shared/model/primitives.ts';

/** A place that a form asks for: the next click on the map answers. */
interface MapPick {
  /** What the click is for, as a sentence for the status bar; null: nothing is asked for. */
  hint: string | null;
  taken: ((position: LonLat | null) => void) | null;
}

export const useMapPick = create<MapPick>()(() => ({ hint: null, taken: null }));

/** Asks for a click on the map; answers null when it is called off. One that was asked for before is. */
export function pickOnMap(hint: string): Promise<LonLat | null> {
  settlePick(null);
  return new Promise((resolve) => useMapPick.setState({ hint, taken: resolve }));
}

/** Answers what was asked for, or calls it off (null). False when nothing was asked for. */
export function settlePick(position: LonLat | null): boolean {
  const { taken } = useMapPick.getState();
  if (!taken) return false;
  useMapPick.setState({ hint: null, taken: null });
  taken(position);
  return true;
}
