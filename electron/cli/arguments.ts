import { type Locale, locales } from '#shared/model/locale.ts';
import { BadInput } from './bad-input.ts';

/** Options of one command: those that take a value, those that do not, other names, bare words. */
export interface OptionTable {
  valued: readonly string[];
  switches: readonly string[];
  /** Short names, such as `-o`, and what they stand for. */
  short?: Readonly<Record<string, string>>;
  /** Name under which a single bare word is kept; commands without take none. */
  word?: string;
  /** Name under which any number of bare words are kept, see {@link wordsOf}. */
  words?: string;
}

/** Between the bare words of a command: no argument can hold it. */
const between = '\u0000';

/** Language asked for, so that even a wrong command is answered in it. Chinese when unclear. */
export function languageOf(args: readonly string[]): Locale {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[at]?.split('=')[1] ?? args[at + 1];
  return locales.find((locale) => at >= 0 && locale === value) ?? 'zh-CN';
}

/**
 * Options after the command, as `--name value` or `--name=value`.
 * @throws BadInput for unknown options, missing values and an unknown language
 */
export function optionsOf(args: readonly string[], table: OptionTable): Map<string, string> {
  const options = new Map<string, string>();
  const set = (option: string, value: string) => {
    if (options.has(option)) throw new BadInput('optionTwice', { option });
    options.set(option, value);
  };
  const keepWord = (name: string, word: string) => {
    const before = options.get(name);
    options.set(name, before === undefined ? word : before + between + word);
  };
  for (let i = 0; i < args.length; i++) {
    const given = args[i] ?? '';
    // What stands behind is a name even if it begins with a dash.
    if (given === '--' && table.words !== undefined) {
      for (const word of args.slice(i + 1)) keepWord(table.words, word);
      break;
    }
    const arg = table.short?.[given] ?? given;
    const equals = arg.indexOf('=');
    const option = equals > 0 && arg.startsWith('--') ? arg.slice(0, equals) : arg;
    if (table.switches.includes(arg)) {
      options.set(arg, '');
    } else if (table.valued.includes(option)) {
      const value = option === arg ? args[++i] : arg.slice(equals + 1);
      if (value === undefined || value === '' || value.startsWith('--')) {
        throw new BadInput('missingValue', { option });
      }
      set(option, value);
    } else if (table.word !== undefined && arg !== '' && !arg.startsWith('-')) {
      set(table.word, arg);
    } else if (table.words !== undefined && arg !== '' && !arg.startsWith('-')) {
      keepWord(table.words, arg);
    } else {
      throw new BadInput('unknownOption', { option: given });
    }
  }
  const language = options.get('--lang');
  if (language !== undefined && !locales.some((locale) => locale === language)) {
    throw new BadInput('language', { value: language });
  }
  return options;
}

/** The bare words that were kept under a name, in their order. */
export function wordsOf(options: ReadonlyMap<string, string>, name: string): string[] {
  return options.get(name)?.split(between) ?? [];
}

/** Value of an option that a command cannot do without. @throws BadInput */
export function required(
  options: ReadonlyMap<string, string>,
  option: string,
  key: string,
): string {
  const value = options.get(option);
  if (value === undefined) throw new BadInput(key);
  return value;
}
