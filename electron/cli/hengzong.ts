import { createTranslator } from '#shared/i18n/translate.ts';
import { languageOf, parseArguments } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { checkCommand } from './check-command.ts';

/** Runs the command line. Exit status: 0 covered, 1 findings, 2 bad input or failure. */
async function main(args: readonly string[]): Promise<void> {
  const translator = createTranslator(languageOf(args));
  try {
    const parsed = parseArguments(args);
    if (!parsed) {
      process.stdout.write(`${translator.t('cli.usage')}\n`);
      return;
    }
    const { stdout, stderr, exitCode } = await checkCommand(parsed, translator);
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
