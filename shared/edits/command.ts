import type { EditLabel, MergedRow } from './audit.ts';
import type { DocumentView } from './document.ts';
import type { Patch } from './patch.ts';

/** Why a command will not: an i18n key with its parameters. */
export interface Refusal {
  refused: string;
  params?: Record<string, string | number>;
}

/** What a command answers: a change to apply, or the reason why it will not. */
export type CommandResult =
  | {
      patch: Patch;
      label: EditLabel;
      selection: string[];
      /** Rows of another copy's log that the change brings with it. */
      merged?: readonly MergedRow[];
      /** Ids of what was settled to stay removed. */
      keptOut?: readonly string[];
      /** The change only makes records what the log says of them. */
      mends?: true;
      /** The change was settled elsewhere and is carried out to the letter: nothing is added to it. */
      exact?: true;
    }
  | Refusal;

/** A command is pure: it reads the document and says what should change. */
export type Command<Arguments> = (document: DocumentView, args: Arguments) => CommandResult;
