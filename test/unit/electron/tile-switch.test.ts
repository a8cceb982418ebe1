import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { TileSwitch } from '#electron/online/tile-switch.ts';
import { fitsTemplate, isTileTemplate } from '#shared/model/tile-address.ts';

const folder = mkdtempSync(join(tmpdir(), 'hengzong-tiles-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const template = 'https://t{s}.maps.example/wmts?TILEMATRIX={z}&TILEROW={y}&TILECOL={x}&tk={tk}';

it('is off at first and after damage, and remembers what it was turned to', async () => {
  const file = join(folder, 'online-tiles.json');
  const first = new TileSwitch(file);
  expect(first.template).toBeNull();
  await first.turn(template);
  expect(new TileSwitch(file).template).toBe(template);
  await first.turn(null);
  expect(new TileSwitch(file).template).toBeNull();
  for (const damaged of ['{', '{"template":"file:///{z}/{x}/{y}"}', '{"template":1}']) {
    writeFileSync(file, damaged);
    expect(new TileSwitch(file).template).toBeNull();
  }
});

it('knows a tile of its address, and nothing that only looks like one', () => {
  const own = 'https://t3.maps.example/wmts?TILEMATRIX=12&TILEROW=1&TILECOL=2&tk=a%2Fb';
  expect(fitsTemplate(own, template)).toBe(true);
  for (const [what, to] of [
    ['t3.maps', 't9.maps'],
    ['.example', 'xexample'],
    ['https:', 'http:'],
    ['TILEROW=1', 'TILEROW=x'],
    ['tk=', 'tk=&evil='],
    ['a%2Fb', 'a/../b'],
    ['a%2Fb', 'a#b'],
    ['https://', 'https://u:p@'],
  ] as const) {
    expect(fitsTemplate(own.replace(what, to), template), to).toBe(false);
  }
  expect(
    fitsTemplate('https://evil.com\\.maps.example/1/2/3', 'https://{tk}.maps.example/{z}/{x}/{y}'),
  ).toBe(false);
});

it('takes for an address of tiles only what has a place for all three numbers', () => {
  expect(isTileTemplate(template)).toBe(true);
  expect(isTileTemplate('https://a.b/{z}/{x}/{-y}.png')).toBe(true);
  for (const other of ['https://a.b/{z}/{x}.png', 'ftp://a.b/{z}/{x}/{y}', '{z}{x}{y}', '']) {
    expect(isTileTemplate(other), other).toBe(false);
  }
});
