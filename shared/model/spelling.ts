import { pinyin } from 'pinyin-pro';

/** A name as it is looked for. */
export interface Spelling {
  /** Without capitals and spaces, for comparing only. */
  name: string;
  /** `xueyuanlu` for 学院路. */
  full: string;
  /** `xyl` for 学院路. */
  initials: string;
}

/** Capitals and spaces are typed in many ways and tell nothing apart. */
export function comparable(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, '');
}

/**
 * Spelling of a name; about 10 µs each, so long lists are spelt in slices or in a worker. In names of
 * people the first sign is read as a surname: 曾 as zeng, 单 as shan.
 */
export function spell(name: string, ofPerson = false): Spelling {
  const syllables = pinyin(name.replaceAll(/\s+/g, ''), {
    toneType: 'none',
    type: 'array',
    v: true,
    ...(ofPerson && { surname: 'head' }),
  });
  // At the end of a word 长 is a chief, as in 片长 and 网格长, which dictionaries do not know.
  if (!ofPerson && syllables.length > 1 && name.endsWith('长')) {
    syllables[syllables.length - 1] = 'zhang';
  }
  return {
    name: comparable(name),
    full: syllables.join('').toLowerCase(),
    initials: syllables
      .map((syllable) => syllable[0] ?? '')
      .join('')
      .toLowerCase(),
  };
}

/**
 * How well a name fits what was typed ({@link comparable}): lower is better, null is not at all.
 * Chinese, pinyin and initials all count, from their beginning before anywhere.
 */
export function spellingRank({ name, full, initials }: Spelling, query: string): number | null {
  if (name === query) return 0;
  if (name.startsWith(query)) return 1;
  if (initials.startsWith(query)) return 2;
  if (full.startsWith(query)) return 3;
  if (name.includes(query)) return 5;
  if (query.length > 1 && (initials.includes(query) || full.includes(query))) return 6;
  return null;
}
