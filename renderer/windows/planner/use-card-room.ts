import { useMemo } from 'react';
import { useActiveFinding } from '#renderer/state/repair.ts';

/** Space beside what panels cover, and what each kind of panel takes, in pixels. */
const edge = 24;
const leftPanel = 312;
const wideLeftPanel = 412;
const card = 332;
const toolBars = 84;

/** Space that panels cover, kept free when the map flies to something. */
export function useCardRoom(panels: { left: boolean | 'wide'; detail: boolean; tool: boolean }) {
  const { left, detail, tool } = panels;
  const fix = (useActiveFinding()?.fixes.length ?? 0) > 0;
  return useMemo(
    () => ({
      top: edge + (tool ? toolBars : 0),
      // The card of a fix stands beside what is selected.
      right: edge + (detail ? card : 0) + (fix ? card : 0),
      bottom: edge,
      left: edge + (left === 'wide' ? wideLeftPanel : left ? leftPanel : 0),
    }),
    [left, detail, tool, fix],
  );
}
