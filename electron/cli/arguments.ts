import { type Locale, locales } from '#shared/model/locale.ts';
import { BadInput } from './bad-input.ts';

export interface CheckArguments {
  zones: string;
  boundary: string | null;
  points: string | null;
  planar: boolean;
  json: boolean;
  nameProperty: string | null;
}

/** Options of one command: those with a value, and those without. */
export interface OptionNames {
  valued: readonly string[];
  switches: readonly string[];
}

const checkOptions: OptionNames = {
  valued: ['--zones', '--boundary', '--points', '--name-property', '--lang'],
  switches: ['--planar', '--json'],
};

/** Language asked for, so that even a wrong command is answered in it. Chinese when unclear. */
export function languageOf(args: readonly string[]): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.split('=')[1] ?? args[at + 1];
  return locales.find((locale) => at >= 0 && locale === value) ?? 'zh-CN';
}

/**
 * Options after the command, as `--name value` or `--name=value`.
 * @throws BadInput for unknown or repeated options, missing values and a language there is not
 */
export function optionsOf(
  args: readonly string[],
  { valued, switches }: OptionNames,
): Map<string, string> {
  const options = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const equals = arg.indexOf('=');
    const option = equals > 0 && arg.startsWith('-') ? arg.slice(0, equals) : arg;
    if (switches.includes(arg)) {
      options.set(arg, '');
    } else if (valued.includes(option)) {
      const value = option === arg ? args[++i] : arg.slice(equals + 1);
      if (value === undefined || value === '' || value.startsWith('--')) {
        throw new BadInput('missingValue', { option });
      }
      if (options.has(option)) throw new BadInput('optionTwice', { option });
      options.set(option, value);
    } else {
      throw new BadInput('unknownOption', { option: arg });
    }
  }
  const language = options.get('--lang');
  if (language !== undefined && !locales.some((locale) => locale === language)) {
    throw new BadInput('language', { value: language });
  }
  return options;
}

/**
 * Reads the command line after `node hengzong`; null asks for the usage.
 * @throws BadInput for another command, unknown options and missing values
 */
export function parseArguments(args: readonly string[]): CheckArguments | null {
  const [command, ...rest] = args;
  if (!command || args.includes('--help') || args.includes('-h')) return null;
  if (command !== 'check') throw new BadInput('unknownCommand', { command });
  const options = optionsOf(rest, checkOptions);
  const zones = options.get('--zones');
  if (zones === undefined) throw new BadInput('zonesRequired');
  return {
    zones,
    boundary: options.get('--boundary') ?? null,
    points: options.get('--points') ?? null,
    planar: options.has('--planar'),
    json: options.has('--json'),
    nameProperty: options.get('--name-property') ?? null,
  };
}
