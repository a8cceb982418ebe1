import { create } from 'zustand';
import type { Finding } from '#shared/checks/finding.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** What a menu is about. */
export type MenuTarget =
  | {
      of: 'record';
      id: string;
      /** Where on its ground it was met, and how far beside it a border may lie (degrees). */
      spot?: { position: LonLat; reach: readonly [east: number, north: number] };
    }
  | { of: 'spot'; position: LonLat }
  | { of: 'finding'; finding: Finding }
  /** A step of the history, by its number in the log. */
  | { of: 'step'; sequence: number };

interface ContextMenu {
  open: { target: MenuTarget; at: readonly [x: number, y: number] } | null;
}

/** The menu of what can be done with something, at a place of the window in pixels; one at most. */
export const useContextMenu = create<ContextMenu>()(() => ({ open: null }));

/** What had the keyboard, and gets it back. */
let home: HTMLElement | null = null;

export function openMenu(target: MenuTarget, at: readonly [x: number, y: number]): void {
  const { activeElement } = globalThis.document;
  if (!useContextMenu.getState().open && activeElement instanceof HTMLElement) home = activeElement;
  useContextMenu.setState({ open: { target, at } });
}

/** @param back whether the keyboard goes back to where it was */
export function closeMenu(back: boolean): void {
  if (!useContextMenu.getState().open) return;
  useContextMenu.setState({ open: null });
  if (back && home?.isConnected) home.focus({ preventScroll: true });
  home = null;
}
