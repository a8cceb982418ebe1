import { defaultToleranceM } from '#shared/checks/check-input.ts';
import { type Locale, locales } from '#shared/model/locale.ts';
import { day } from '#shared/model/primitives.ts';
import { mostToleranceM, project } from '#shared/model/project.ts';
import { BadInput } from './bad-input.ts';

export interface CheckArguments {
  zones: string;
  boundary: string | null;
  points: string | null;
  planar: boolean;
  json: boolean;
  nameProperty: string | null;
  exceptions: string | null;
  toleranceM: number;
  /** Day of the check, `YYYY-MM-DD`; null for today. */
  on: string | null;
}

const valued = ['--zones', '--boundary', '--points', '--name-property', '--lang'];
const checkValued = ['--exceptions', '--tolerance', '--on'];
const switches = ['--planar', '--json'];

/** Language asked for, so that even a wrong command is answered in it. Chinese when unclear. */
export function languageOf(args: readonly string[]): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.split('=')[1] ?? args[at + 1];
  return locales.find((locale) => at >= 0 && locale === value) ?? 'zh-CN';
}

/** Options after the command, as `--name value` or `--name=value`. @throws BadInput */
function optionsOf(args: readonly string[]): Map<string, string> {
  const options = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const equals = arg.indexOf('=');
    const option = equals > 0 && arg.startsWith('--') ? arg.slice(0, equals) : arg;
    if (switches.includes(arg)) {
      options.set(arg, '');
    } else if ([...valued, ...checkValued].includes(option)) {
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
  return options;
}

/** Metres up to which borders are mismatched. @throws BadInput */
function toleranceOf(value: string | undefined): number {
  if (value === undefined) return defaultToleranceM;
  const parsed = project.shape.toleranceM.safeParse(Number(value));
  if (parsed.data === undefined) throw new BadInput('tolerance', { value, most: mostToleranceM });
  return parsed.data;
}

/** @throws BadInput when it is no day of the calendar */
function dayOf(value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!day.safeParse(value).success) throw new BadInput('day', { value });
  return value;
}

/**
 * Reads the command line after `node hengzong`; null asks for the usage.
 * @throws BadInput for another command, unknown options and missing values
 */
export function parseArguments(args: readonly string[]): CheckArguments | null {
  const [command, ...rest] = args;
  if (!command || args.includes('--help') || args.includes('-h')) return null;
  if (command !== 'check') throw new BadInput('unknownCommand', { command });
  const options = optionsOf(rest);
  const language = options.get('--lang');
  if (language !== undefined && !locales.some((locale) => locale === language)) {
    throw new BadInput('language', { value: language });
  }
  const zones = options.get('--zones');
  if (zones === undefined) throw new BadInput('zonesRequired');
  return {
    zones,
    boundary: options.get('--boundary') ?? null,
    points: options.get('--points') ?? null,
    planar: options.has('--planar'),
    json: options.has('--json'),
    nameProperty: options.get('--name-property') ?? null,
    exceptions: options.get('--exceptions') ?? null,
    toleranceM: toleranceOf(options.get('--tolerance')),
    on: dayOf(options.get('--on')),
  };
}
