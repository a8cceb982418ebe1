import { createTranslator } from '#shared/i18n/translate.ts';
import { languageOf, parseArguments } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { checkCommand } from './check-command.ts';
import type { CommandOutcome } from './command-outcome.ts';
import { parseRepairArguments } from './repair-arguments.ts';
import { repairCommand } from './repair-command.ts';

/** Carries out the command that the arguments name; null asks for the usage. @throws BadInput */
async function outcomeOf(
  args: readonly string[],
  translator: ReturnType<typeof createTranslator>,
): Promise<CommandOutcome | null> {
  const [command, ...rest] = args;
  if (command === 'repair' && !args.includes('--help') && !args.includes('-h')) {
    return repairCommand(parseRepairArguments(rest), translator);
  }
  const parsed = parseArguments(args);
  return parsed && checkCommand(parsed, translator);
}

/** Runs the command line. Exit status: 0 covered, 1 findings, 2 bad input or failure. */
async function main(args: readonly string[]): Promise<void> {
  const translator = createTranslator(languageOf(args));
  try {
    const outcome = await outcomeOf(args, translator);
    if (!outcome) {
      process.stdout.write(`${translator.t('cli.usage')}\n`);
      return;
    }
    const { stdout, stderr, exitCode } = outcome;
    process.stderr.write(stderr);
    process.stdout.write(stdout);
    process.exitCode = exitCode;
  } catch (error) {
    const text =
      error instanceof BadInput
        ? translator.t(`cli.error.${error.key}`, error.params)
        : translator.t('cli.error.internal', {
            reason: error instanceof Error ? error.message : String(error),
          });
    // Names of files may hold line breaks; the answer is one line all the same.
    process.stderr.write(`hengzong: ${text.replaceAll(/\s+/g, ' ')}\n`);
    process.exitCode = 2;
  }
}

await main(process.argv.slice(2));
