import { comparable, spell, type Spelling, spellingRank } from '#shared/model/spelling.ts';

/** Names spelt so far; they are few beside the rows that bear them, and stay. */
const spellings = { person: new Map<string, Spelling>(), other: new Map<string, Spelling>() };

/** Spelling of a name, made once. */
export function spelt(name: string, ofPerson: boolean): Spelling {
  const known = ofPerson ? spellings.person : spellings.other;
  let spelling = known.get(name);
  if (!spelling) {
    spelling = spell(name, ofPerson);
    known.set(name, spelling);
  }
  return spelling;
}

const digits = (text: string) => text.replaceAll(/\D/g, '');

/** One word of what was typed, with what is known of the names seen so far. */
class Word {
  private readonly word: string;
  private readonly number: string;
  private readonly names = {
    person: new Map<string, boolean>(),
    other: new Map<string, boolean>(),
  };

  constructor(word: string) {
    this.word = word;
    this.number = /^[\d-]+$/.test(word) ? digits(word) : '';
  }

  fitsName(name: string, ofPerson: boolean): boolean {
    if (name === '') return false;
    const seen = ofPerson ? this.names.person : this.names.other;
    let fits = seen.get(name);
    if (fits === undefined) {
      fits = /[a-z]/.test(this.word)
        ? spellingRank(spelt(name, ofPerson), this.word) !== null
        : comparable(name).includes(this.word);
      seen.set(name, fits);
    }
    return fits;
  }

  fitsPhone(phone: string): boolean {
    return this.number !== '' && digits(phone).includes(this.number);
  }
}

/** What a row says that is looked through. */
export interface Searched {
  people: readonly string[];
  names: readonly string[];
  phones: readonly string[];
}

/**
 * Tells which rows have all the words that were typed, parted by blanks: each word in a name, by
 * Chinese, pinyin or initials, or as digits in a phone number. Null when nothing was typed.
 */
export function textMatcher(typed: string): ((searched: Searched) => boolean) | null {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => new Word(word));
  if (words.length === 0) return null;
  return ({ people, names, phones }) =>
    words.every(
      (word) =>
        people.some((name) => word.fitsName(name, true)) ||
        names.some((name) => word.fitsName(name, false)) ||
        phones.some((phone) => word.fitsPhone(phone)),
    );
}
