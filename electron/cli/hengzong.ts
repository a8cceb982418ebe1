import { createTranslator } from '#shared/i18n/translate.ts';
import { languageOf, optionsOf } from './arguments.ts';
import { BadInput, sentenceOf } from './bad-input.ts';
import { certifyCommand } from './certify-command.ts';
import { chainCommand } from './chain-command.ts';
import { checkCommand } from './check-command.ts';
import type { Command } from './command.ts';
import { convertCommand } from './convert-command.ts';
import { inspectCommand } from './inspect-command.ts';
import { repairCommand } from './repair-command.ts';
import { verifyCommand } from './verify-command.ts';

const commands = new Map<string, Command>([
  ['check', checkCommand],
  ['repair', repairCommand],
  ['certify', certifyCommand],
  ['verify', verifyCommand],
  ['chain', chainCommand],
  ['inspect', inspectCommand],
  ['convert', convertCommand],
]);

/** Runs the command line. Exit status: 0 good, 1 findings or differences, 2 bad input or failure. */
async function main(args: readonly string[]): Promise<void> {
  const translator = createTranslator(languageOf(args));
  try {
    const [name, ...rest] = args;
    if (!name || name === 'help' || args.includes('--help') || args.includes('-h')) {
      process.stdout.write(`${translator.t('cli.usage')}\n`);
      return;
    }
    const command = commands.get(name);
    if (!command) throw new BadInput('unknownCommand', { command: name });
    const options = optionsOf(rest, command.options);
    const { stdout, stderr, exitCode } = await command.run(options, translator);
    process.stderr.write(stderr);
    process.stdout.write(stdout);
    process.exitCode = exitCode;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const said = error instanceof BadInput ? error : new BadInput('internal', { reason });
    process.stderr.write(`${sentenceOf(said, translator)}\n`);
    process.exitCode = 2;
  }
}

// Whoever reads the answer may have seen enough (`| head`): that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await main(process.argv.slice(2));
