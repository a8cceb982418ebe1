import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { limits } from '#shared/formats/limits.ts';
import { fixture, readFiles, readText, refusal } from './read-fixture.ts';
import { cell, workbook } from './xlsx/workbook.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const keyOf = async (name: string, bytes: Uint8Array<ArrayBuffer>) =>
  (await refusal(() => readFiles([{ name, bytes }]))).key;
const keyOfText = (name: string, text: string) => keyOf(name, bytesOf(text));

/** A zip whose directory says that its one file unpacks to so many bytes. */
function bomb(size: number): Uint8Array<ArrayBuffer> {
  const zip = zipSync({ 'a.csv': bytesOf('a,b\n1,2\n') });
  const view = new DataView(zip.buffer);
  for (let at = 0; at + 4 < zip.length; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x02014b50) view.setUint32(at + 24, size, true);
    if (mark === 0x04034b50) view.setUint32(at + 22, size, true);
  }
  return zip;
}

describe('files made to hurt', () => {
  it('refuses a zip that unpacks to more than it may, before unpacking it', async () => {
    expect(await keyOf('a.zip', bomb(limits.unpackedBytes + 1))).toBe('format.zip.tooLarge');
  });

  it('refuses paths that leave the zip, and zips without data', async () => {
    for (const path of ['../a.csv', '/etc/a.csv', 'C:\\a.csv', 'x/../../a.csv']) {
      const zip = zipSync({ [path]: bytesOf('a,b\n1,2') });
      expect(await keyOf('a.zip', zip)).toBe('format.zip.badPath');
    }
    expect(await keyOf('a.zip', zipSync({}))).toBe('format.zip.empty');
    expect(await keyOf('a.zip', zipSync({ 'a.csv': bytesOf('a,b') }).slice(0, 60))).toBe(
      'format.zip.broken',
    );
  });

  it('reads zips within a zip, but no deeper, whatever they are called', async () => {
    const places = zipSync({
      'doc.kml': bytesOf(
        '<kml><Placemark><name>甲</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>',
      ),
    });
    const one = zipSync({ 'a.csv': bytesOf('名称,经度\n东门,1'), 'b.kmz': places });
    const two = zipSync({ 'inner.zip': one });
    expect(await readFiles([{ name: 'a.zip', bytes: two }])).toHaveLength(2);
    for (const name of ['deeper.zip', 'deeper']) {
      const three = zipSync({ [name]: two });
      expect(await keyOf('a.zip', three)).toBe('format.zip.nothing');
    }
    const mixed = zipSync({
      'deeper.zip': two,
      'a.csv': bytesOf('名称,经度\n东门,1'),
      'b.rar': bytesOf('Rar!\u001a\u0007'),
    });
    const layers = await readFiles([{ name: 'a.zip', bytes: zipSync({ 'm.zip': mixed }) }]);
    expect(layers).toHaveLength(1);
    expect(layers[0]?.problems.map(({ params }) => params['name'])).toEqual([
      'deeper.zip',
      'b.rar',
    ]);
  });

  it('counts what zips within a zip unpack to as one', async () => {
    const inner = bomb(limits.unpackedBytes / 2 + 1);
    const outer = zipSync({ '1.zip': inner, '2.zip': inner });
    const layers = await readFiles([{ name: 'a.zip', bytes: outer }]);
    expect(layers).toHaveLength(1);
    expect(layers[0]?.problems).toEqual([{ key: 'fileLeft', params: { name: '2.zip' } }]);
  });

  it('reads what it can of a zip and names the rest', async () => {
    const zip = zipSync({ 'a.csv': bytesOf('名称,经度\n东门,1'), 'b.json': bytesOf('{') });
    const [layer] = await readFiles([{ name: 'a.zip', bytes: zip }]);
    expect(layer?.problems).toEqual([{ key: 'fileLeft', params: { name: 'b.json' } }]);
  });

  it('expands no entities and fetches nothing', async () => {
    const kml = (head: string, name: string) =>
      `<?xml version="1.0"?>${head}<kml><Placemark><name>${name}</name><Point><coordinates>1,2</coordinates></Point></Placemark></kml>`;
    const laughs =
      '<!DOCTYPE kml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>';
    expect(await keyOfText('a.kml', kml(laughs, '&c;'))).toBe('format.xml.entities');
    const outside = '<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(await keyOfText('a.kml', kml(outside, '&x;'))).toBe('format.xml.entities');
    expect(await keyOfText('a.kml', kml('', '&undefined;'))).toBe('format.xml.at');
    const [fine] = await readText('a.kml', kml('<!DOCTYPE kml>', '&lt;&#x4e1c;'));
    expect(fine?.rows[0]?.cells[0]).toBe('<东');
  });

  it('refuses what nests deeper than any real file', async () => {
    const folders = `${'<Folder>'.repeat(100_000)}`;
    expect(await keyOfText('a.kml', `<kml>${folders}`)).toBe('format.tooDeep');
    const collections = `${'GEOMETRYCOLLECTION ('.repeat(100_000)}`;
    const [wkt] = await readText('a.wkt', collections);
    expect(wkt?.rows[0]?.problem).toBe('badGeometry');
    const arcs = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const topology = `{"type":"Topology","arcs":[[[0,0],[1,1]]],"objects":{"a":{"type":"Polygon","arcs":${arcs}}}}`;
    expect(await keyOfText('a.json', topology)).toBe('format.tooDeep');
  });

  it('puts no key into the prototype of anything', async () => {
    const [csv] = await readText('a.csv', '__proto__,constructor,名称\n1,2,3');
    expect(csv?.columns).toEqual(['A', 'B', '名称']);
    const data = '<Data name="__proto__"><value>1</value></Data>';
    const [kml] = await readText(
      'a.kml',
      `<kml><Placemark><ExtendedData>${data}</ExtendedData><Point><coordinates>1,2</coordinates></Point></Placemark></kml>`,
    );
    expect(kml?.columns).toEqual(['__proto___']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('keeps a row with the reason where coordinates are no numbers', async () => {
    const [wkt] = await readText('a.csv', '名称,图形\n甲,POINT (1e999 2)\n乙,POINT (1 2)');
    expect(wkt?.rows.map(({ problem }) => problem)).toEqual(['badGeometry', null]);
    const [kml] = await readText(
      'a.kml',
      '<kml><Placemark><Point><coordinates>NaN,Infinity</coordinates></Point></Placemark></kml>',
    );
    expect(kml?.rows[0]?.problem).toBe('badGeometry');
  });

  it('stops at a drawing that inserts itself over and over', async () => {
    const insert = (name: string) => `0\nINSERT\n2\n${name}\n`;
    const blocks = Array.from(
      { length: 16 },
      (_, i) => `0\nBLOCK\n2\nB${i}\n${insert(`B${i + 1}`).repeat(20)}0\nENDBLK\n`,
    ).join('');
    const dxf = `0\nSECTION\n2\nBLOCKS\n${blocks}0\nENDSEC\n0\nSECTION\n2\nENTITIES\n${insert('B0')}0\nENDSEC\n0\nEOF\n`;
    expect(await keyOfText('a.dxf', dxf)).toBe('format.dxf.tooManyBlocks');
  });

  it('refuses a million columns, and a topology that repeats one arc a million times', async () => {
    expect(await keyOfText('a.csv', `${'a,'.repeat(1e6)}\n`)).toBe('format.tooManyColumns');
    const ring = JSON.stringify(Array.from({ length: 1000 }, (_, i) => [i, i]));
    const uses = JSON.stringify(Array.from({ length: 70_000 }, () => 0));
    const topology = `{"type":"Topology","arcs":[${ring}],"objects":{"a":{"type":"LineString","arcs":${uses}}}}`;
    expect(await keyOfText('a.json', topology)).toBe('format.tooLarge.positions');
    const sheet = workbook(
      `<row r="1">${cell('A1', '名称')}</row><row r="1048576">${cell('A1048576', '甲')}</row>`,
    );
    expect((await readFiles([sheet]))[0]?.rows[0]?.number).toBe(1_048_576);
  });

  it.each([
    'chinese.shp',
    'null_crs_gdal.gpkg',
    'train_stations.zip',
    'Albania.kmz',
    'plan-gbk.dxf',
    'ovital.ovkml',
    'gbk.dbf',
    'districts.topojson',
  ])('ends in a sentence or a layer wherever %s is cut', async (name) => {
    const { bytes } = fixture(name);
    for (let part = 0; part < 12; part++) {
      const cut = bytes.slice(0, Math.floor((bytes.length * part) / 12));
      try {
        await readFiles([{ name, bytes: cut }]);
      } catch (error) {
        expect(error).toHaveProperty('name', 'FormatError');
      }
    }
  });
});
