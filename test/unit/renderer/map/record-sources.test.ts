import type { Feature } from 'geojson';
import { runSteps } from '#shared/jobs/slices.ts';
import { describe, expect, it } from 'vitest';
import { RecordSources } from '#renderer/map/record-sources.ts';
import { Document } from '#shared/edits/document.ts';
import { emptyPatch, type Patch } from '#shared/edits/patch.ts';
import type { Point } from '#shared/model/point.ts';
import type { BlockZone } from '#shared/model/zone.ts';

function zone(id: string, west: number, east: number): BlockZone {
  return {
    kind: 'zone',
    shape: 'block',
    id,
    parentId: null,
    name: id,
    code: '',
    categories: [],
    attributes: {},
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 40],
          [east, 40],
          [east, 40.01],
          [west, 40.01],
          [west, 40],
        ],
      ],
    },
  };
}

const point: Point = {
  kind: 'point',
  id: 'p',
  name: 'p',
  code: '',
  pointKind: '市场',
  position: [116, 40],
  address: '',
  attributes: {},
};

/** Plays the map: takes the differences and keeps what a source would hold. */
function follow(document: Document) {
  const sources = new RecordSources(document);
  runSteps(sources.fill());
  const held = new Map<string, Map<string, Feature>>();
  const sizes: number[] = [];
  const take = () => {
    let touched = 0;
    for (const { feed } of sources.sources) {
      const diff = feed.takeDiff();
      const features = held.get(feed.sourceId) ?? new Map<string, Feature>();
      held.set(feed.sourceId, features);
      for (const id of diff?.remove ?? []) features.delete(String(id));
      for (const feature of diff?.add ?? []) features.set(String(feature.properties?.id), feature);
      touched += (diff?.add?.length ?? 0) + (diff?.remove?.length ?? 0);
    }
    sizes.push(touched);
  };
  take();
  document.subscribe((patch) => {
    sources.apply(patch);
    take();
  });
  return { held, sizes };
}

const patch = (part: Partial<Patch>): Patch => ({ ...emptyPatch(), ...part });

describe('RecordSources', () => {
  it('follows patches with differences, not with everything', () => {
    const zones = Array.from({ length: 40 }, (_, i) =>
      zone(`z${i}`, 116 + i * 0.01, 116 + (i + 1) * 0.01),
    );
    const document = new Document([...zones, point]);
    const { held, sizes } = follow(document);
    expect(held.get('zones')?.size).toBe(40);
    expect(held.get('labels')?.size).toBe(40);

    const moved = { ...point, position: [116.2, 40.2] as [number, number] };
    document.apply(patch({ updated: { p: [point, moved] } }));
    expect(sizes.at(-1)).toBe(1);
    expect(held.get('points')?.get('p')?.geometry).toEqual({
      type: 'Point',
      coordinates: [116.2, 40.2],
    });

    const first = zones[0] as BlockZone;
    document.apply(patch({ removed: { z0: first } }));
    expect(held.get('zones')?.has('z0')).toBe(false);
    expect(held.get('labels')?.has('z0')).toBe(false);
    document.apply(patch({ added: { z0: first } }));
    expect(held.get('zones')?.size).toBe(40);
    expect(sizes.at(-1)).toBeLessThan(5);
  });

  it('gives neighbours different colours after a zone has moved beside another', () => {
    const a = zone('a', 116, 116.01);
    const b = zone('b', 116.01, 116.02);
    const far = zone('c', 117, 117.01);
    const document = new Document([a, b, far]);
    const { held } = follow(document);
    const beside = zone('c', 116.02, 116.03);
    document.apply(patch({ updated: { c: [far, beside] } }));
    const colour = (id: string) => held.get('zones')?.get(id)?.properties?.colour as number;
    expect(colour('a')).not.toBe(colour('b'));
    expect(colour('b')).not.toBe(colour('c'));
  });

  it('shows what can be shown of broken shapes and never throws', () => {
    const broken = zone('broken', 116, 116.01);
    broken.geometry = { type: 'Polygon', coordinates: [[[116, 40]], []] };
    const { held } = follow(new Document([broken, zone('sound', 116, 116.01)]));
    expect([...(held.get('zones')?.keys() ?? [])]).toEqual(['sound']);
  });

  it('holds each record once and as it is now, whenever patches come while it is filled', () => {
    const moved = zone('c', 116.02, 116.04);
    const steps = [...new RecordSources(new Document([zone('a', 116, 116.01)])).fill()].length;
    for (let at = 0; at <= 3 * steps; at += 1) {
      const all = [zone('a', 116, 116.01), zone('c', 116.02, 116.03), point];
      const document = new Document(all);
      const sources = new RecordSources(document);
      document.subscribe((change) => sources.apply(change));
      const fill = sources.fill();
      for (let i = 0; i < at; i += 1) fill.next();
      document.apply(patch({ added: { b: zone('b', 116.01, 116.02) }, removed: { p: point } }));
      document.apply(patch({ updated: { c: [zone('c', 116.02, 116.03), moved] } }));
      runSteps(fill);
      const shown = (sourceId: string) =>
        sources.sources.find(({ feed }) => feed.sourceId === sourceId)?.feed.takeDiff()?.add ?? [];
      const zones = shown('zones');
      expect(new Set(zones.map(({ properties }) => properties?.['id']))).toEqual(
        new Set(['a', 'b', 'c']),
      );
      expect(zones).toHaveLength(3);
      const c = zones.find(({ properties }) => properties?.['id'] === 'c');
      expect(JSON.stringify(c?.geometry)).toContain('116.04');
      expect(shown('points')).toEqual([]);
      expect(shown('labels')).toHaveLength(3);
    }
  });
});
