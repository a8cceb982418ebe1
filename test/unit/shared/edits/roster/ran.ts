import type { CommandResult } from '#shared/edits/command.ts';
import type { Document } from '#shared/edits/document.ts';

/** Applies what a command answers. @throws Error when it refuses */
export function done(document: Document, result: CommandResult) {
  if ('refused' in result) throw new Error(`refused: ${result.refused}`);
  document.apply(result.patch);
  return result;
}

/** The reason of a refusal. @throws Error when the command does not refuse */
export function reasonOf(result: CommandResult): string {
  if (!('refused' in result)) throw new Error('was not refused');
  return result.refused;
}
