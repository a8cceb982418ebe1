import { create } from 'zustand';
import type { Finding } from '#shared/checks/finding.ts';
import type { Command, CommandResult } from '#shared/edits/command.ts';
import type { ChainFix } from '#shared/model/chain-fix.ts';
import { edit } from './project-actions.ts';
import { useRepair } from './repair.ts';
import { useView } from './view.ts';

export interface ChainFixChoice {
  finding: Finding;
  fix: ChainFix;
}

/** The fix of a finding of the chain whose form is open; null while none is. */
export const useChainFix = create<{ open: ChainFixChoice | null }>()(() => ({ open: null }));

/** Where the keyboard goes back to when the form is left. */
let home: HTMLElement | null = null;

/**
 * Opens the form of a fix; its finding becomes the active one.
 * @param from what was pressed: the keyboard goes back to the table around it
 */
export function openChainFix(choice: ChainFixChoice, from: HTMLElement | null): void {
  home = from?.closest<HTMLElement>('[role="grid"]') ?? from;
  if (useView.getState().activeFindingId !== choice.finding.id) {
    useView.getState().activateFinding(choice.finding.id);
  }
  useChainFix.setState({ open: choice });
}

export function closeChainFix(): void {
  useChainFix.setState({ open: null });
}

/** Brings the keyboard back to where the form was opened. */
export function leaveChainFix(): void {
  if (home?.isConnected) home.focus({ preventScroll: true });
  home = null;
}

/** Carries a fix of a finding out as one edit. When the proof drops the finding, the list moves on. */
export function applyChainFix<Arguments>(
  finding: Finding,
  command: Command<Arguments>,
  args: Arguments,
): CommandResult {
  const result = edit(command, args);
  if ('patch' in result) {
    useRepair.setState({ mendedId: finding.id });
    closeChainFix();
  }
  return result;
}
