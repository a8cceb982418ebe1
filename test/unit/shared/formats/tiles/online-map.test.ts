import { describe, expect, it } from 'vitest';
import {
  addressProblem,
  addressTemplates,
  onlineArchive,
  tileAddress,
} from '#shared/formats/tiles/online-map.ts';

const map = (template: string, token = '') => ({ template, token, maxZoom: 18 });

describe('an address of tiles', () => {
  it('names one tile, rows from the north or the south, with the token of the user', () => {
    expect(tileAddress(map('https://a.cn/{z}/{x}/{y}.png'), 3, 5, 1)).toBe(
      'https://a.cn/3/5/1.png',
    );
    expect(tileAddress(map('http://a.cn/{z}/{x}/{-y}'), 3, 5, 1)).toBe('http://a.cn/3/5/6');
    const tianditu = tileAddress(map(addressTemplates.tiandituVector, ' a&b '), 10, 843, 388) ?? '';
    const { host, searchParams } = new URL(tianditu);
    expect(host).toBe('t7.tianditu.gov.cn');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      TILEMATRIX: '10',
      TILEROW: '388',
      TILECOL: '843',
      LAYER: 'vec',
      tk: 'a&b',
    });
  });

  it('is refused when it is none, or lacks the token', async () => {
    expect(addressProblem(map('https://a.cn/tile.png'))).toBe('noPlace');
    expect(addressProblem(map('file:///{z}/{x}/{y}'))).toBe('noPlace');
    expect(addressProblem(map(addressTemplates.tiandituImagery))).toBe('noToken');
    expect(addressProblem(map(addressTemplates.tiandituImagery, 'k'))).toBeNull();
    const asked: string[] = [];
    const archive = onlineArchive(map('ftp://a/{z}/{x}/{y}'), (url) => {
      asked.push(url);
      return Promise.resolve(null);
    });
    expect(await archive.tile(1, 0, 0)).toBeNull();
    expect(asked).toEqual([]);
  });
});
