import type { CommandResult } from '#shared/edits/command.ts';

/** Why a command will not, as an i18n key with what fills it in. */
export type Refusal = Extract<CommandResult, { refused: string }>;
