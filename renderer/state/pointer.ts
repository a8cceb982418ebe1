import { create } from 'zustand';
import type { LonLat } from '#shared/model/primitives.ts';

/**
 * Where on the ground the pointer is, or null when it is not over the map. Apart from the view, for it
 * changes with every move of the hand and concerns the status bar alone.
 */
export const usePointer = create<{ position: LonLat | null }>()(() => ({ position: null }));

export const setPointer = (position: LonLat | null): void => usePointer.setState({ position });
