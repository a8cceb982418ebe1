import type { i18n } from 'i18next';
import type { OptionTable } from './arguments.ts';

export interface CommandOutcome {
  stdout: string;
  stderr: string;
  exitCode: 0 | 1 | 2;
}

/** One command of the command line. */
export interface Command {
  options: OptionTable;
  /** @throws BadInput when the input cannot be used; Error when the work itself fails */
  run(options: ReadonlyMap<string, string>, translator: i18n): Promise<CommandOutcome>;
}
