import { describe, expect, it } from 'vitest';
import { FormatError } from '#shared/formats/format-error.ts';
import { formatOf, importExtensions } from '#shared/formats/registry.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('formatOf', () => {
  it('goes by content where the suffix lies, else by the suffix', () => {
    expect(formatOf('a.txt', bytes('\ufeff  {"type":"Feature"}')).id).toBe('geojson');
    expect(formatOf('A.GeoJSON', bytes('broken')).id).toBe('geojson');
    expect(formatOf('a.tsv', bytes('名称\t经度')).id).toBe('csv');
    expect(importExtensions).toEqual(expect.arrayContaining(['geojson', 'json', 'csv', 'tsv']));
  });

  it('names the suffix that it does not know', () => {
    const run = () => formatOf('a.dwg', bytes('AC1032'));
    expect(run).toThrow(FormatError);
    expect(run).toThrow(/unknownExtension.*dwg/);
  });
});
