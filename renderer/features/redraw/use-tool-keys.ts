import { useEffect } from 'react';
import { arrowStep } from '#renderer/map/arrow-step.ts';
import { useDialogs } from '#renderer/state/dialogs.ts';
import type { ToolHand } from './tool-hand.ts';
import { allTools } from './all-tools.ts';
import { takeTool, useTools } from './tool-store.ts';
import { typedPlaceId } from './typed-place-field.tsx';

const fields = 'input, textarea, select, [contenteditable], [role="combobox"]';
const ownKeys = `${fields}, button, a, [role="grid"], [role="tab"], [role="menu"], [role="dialog"], [role="alertdialog"]`;

/** Answers whether the key meant something to the tool in hand. */
function toolKey(event: KeyboardEvent, hand: ToolHand): boolean {
  const step = arrowStep(event);
  if (step) return hand.tell({ type: 'nudge', eastM: step[0], northM: step[1] });
  switch (event.key) {
    case 'Enter':
      hand.finish();
      return true;
    case 'Backspace':
    case 'Delete':
      return hand.tell({ type: 'back' });
    case 'n':
    case 'N':
    case 'p':
    case 'P':
      return hand.tell({ type: 'step', by: event.key.toLowerCase() === 'n' ? 1 : -1 });
  }
  if (!/^\d$/.test(event.key) || !useTools.getState().mayType) return false;
  // The digit itself goes into the field, which has the keyboard from now on.
  globalThis.document.getElementById(typedPlaceId)?.focus();
  return false;
}

/** Keys of the tools: a letter takes one in hand, and the one in hand has some of its own. */
export function useToolKeys(hand: ToolHand, mayEdit: boolean): void {
  useEffect(() => {
    if (!mayEdit) return;
    const isFor = (event: KeyboardEvent) =>
      useDialogs.getState().open === null &&
      !event.isComposing &&
      !event.defaultPrevented &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey;
    // Before the map, which pans by arrows; not while the keys are somebody else's.
    const onToolKey = (event: KeyboardEvent) => {
      if (!isFor(event) || useTools.getState().activeId === null) return;
      if ((event.target as HTMLElement).closest(ownKeys)) return;
      if (!toolKey(event, hand)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    const onLetter = (event: KeyboardEvent) => {
      if (!isFor(event) || event.shiftKey || event.repeat) return;
      if ((event.target as HTMLElement).closest(fields)) return;
      const tool = allTools.find(({ key }) => key.toLowerCase() === event.key.toLowerCase());
      if (!tool) return;
      event.preventDefault();
      takeTool(tool.id);
    };
    window.addEventListener('keydown', onToolKey, true);
    window.addEventListener('keydown', onLetter);
    return () => {
      window.removeEventListener('keydown', onToolKey, true);
      window.removeEventListener('keydown', onLetter);
    };
  }, [hand, mayEdit]);
}
