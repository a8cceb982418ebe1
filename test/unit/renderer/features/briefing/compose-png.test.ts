import { describe, expect, it } from 'vitest';
import { breakLines } from '#renderer/features/briefing/compose-png.ts';

const measure = (text: string) => text.length;

describe('breakLines', () => {
  it('breaks Chinese after any character and Latin between words', () => {
    expect(breakLines(measure, '每一寸地有人管', 3)).toEqual(['每一寸', '地有人', '管']);
    expect(breakLines(measure, 'one two three', 8)).toEqual(['one two', 'three']);
  });

  it('keeps a short line whole and makes none of nothing', () => {
    expect(breakLines(measure, '横到边', 10)).toEqual(['横到边']);
    expect(breakLines(measure, '', 10)).toEqual([]);
  });

  it('lets a word that is too long stand alone rather than lose it', () => {
    expect(breakLines(measure, 'a incomprehensible b', 5).join(' ')).toBe('a incomprehensible b');
  });
});
