import type { EditLabel } from './audit.ts';
import type { DocumentView } from './document.ts';
import type { Patch } from './patch.ts';

/** What a command answers: a change to apply, or the reason (an i18n key) why it will not. */
export type CommandResult =
  | { patch: Patch; label: EditLabel; selection: string[] }
  | { refused: string; params?: Record<string, string | number> };

/** A command is pure: it reads the document and says what should change. */
export type Command<Arguments> = (document: DocumentView, args: Arguments) => CommandResult;
