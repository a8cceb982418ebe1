import { create } from 'zustand';
import type { Border, BorderLevel } from '#shared/model/border.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** A border of the register: an entry, or what two neighbours have without one. */
export interface ChosenBorder {
  partyIds: Border['partyIds'];
  borderId: string | null;
}

interface BordersState {
  level: BorderLevel;
  chosen: ChosenBorder | null;
  /** Lines that the register speaks of now, shown on the map. */
  course: readonly (readonly LonLat[])[] | null;
  setLevel: (level: BorderLevel) => void;
  choose: (chosen: ChosenBorder | null) => void;
  showCourse: (course: BordersState['course']) => void;
}

/** What is looked at in the border register; shared by its table and the map. */
export const useBorders = create<BordersState>()((set) => ({
  level: 'street',
  chosen: null,
  course: null,
  setLevel: (level) => set({ level, chosen: null, course: null }),
  choose: (chosen) => set({ chosen, course: null }),
  showCourse: (course) => set({ course }),
}));

/** Chooses an entry of the register, at the level of its parties. */
export function chooseEntry({ id, partyIds }: Border, level: BorderLevel): void {
  useBorders.setState({ level, chosen: { partyIds, borderId: id }, course: null });
}
