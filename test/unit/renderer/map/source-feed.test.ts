import { describe, expect, it } from 'vitest';
import { SourceFeed } from '#renderer/map/source-feed.ts';

const dot = (x: number, state = 'open') => ({
  geometry: { type: 'Point' as const, coordinates: [x, 40] },
  properties: { state },
});
const ids = (diff: ReturnType<SourceFeed['takeDiff']>) => ({
  add: diff?.add?.map((feature) => feature.properties?.['id']),
  remove: diff?.remove,
});

describe('SourceFeed', () => {
  it('hands on nothing when the same features are put in place again', () => {
    const feed = new SourceFeed('issues');
    const area = {
      geometry: { type: 'LineString' as const, coordinates: [[0, 0]] },
      properties: {},
    };
    feed.replace([
      ['a', dot(1)],
      ['b', dot(2)],
      ['line', area],
    ]);
    expect(ids(feed.takeDiff())).toEqual({ add: ['a', 'b', 'line'], remove: [] });
    feed.replace([
      ['a', dot(1)],
      ['b', dot(2)],
      ['line', { ...area }],
    ]);
    expect(feed.takeDiff()).toBeNull();
  });

  it('hands on nothing when a feature is set as it is', () => {
    const feed = new SourceFeed('issues');
    const geometry = { type: 'LineString' as const, coordinates: [[0, 0]] };
    feed.set('line', { geometry, properties: { part: 'band' } });
    expect(ids(feed.takeDiff())).toEqual({ add: ['line'], remove: [] });
    feed.set('line', { geometry, properties: { part: 'band' } });
    expect(feed.takeDiff()).toBeNull();
    feed.set('line', { geometry, properties: { part: 'names' } });
    feed.set('line', { geometry, properties: { part: 'band' } });
    expect(ids(feed.takeDiff())).toEqual({ add: ['line'], remove: [] });
  });

  it('hands on what moved, looks different, came and went', () => {
    const feed = new SourceFeed('issues');
    feed.replace([
      ['still', dot(1)],
      ['moved', dot(2)],
      ['turned', dot(3)],
      ['gone', dot(4)],
    ]);
    feed.takeDiff();
    feed.replace([
      ['still', dot(1)],
      ['moved', dot(2.5)],
      ['turned', dot(3, 'overdue')],
      ['new', dot(5)],
    ]);
    const { add, remove } = ids(feed.takeDiff());
    expect(add?.toSorted()).toEqual(['moved', 'new', 'turned']);
    expect(remove).toEqual(['gone']);
  });

  it('hands on many positions part by part, each feature once and as it is by then', () => {
    const feed = new SourceFeed('zones');
    const line = (y: number) => ({
      geometry: {
        type: 'LineString' as const,
        coordinates: Array.from({ length: 9000 }, (_, i) => [i / 1e5, y]),
      },
      properties: {},
    });
    for (const id of ['a', 'b', 'c', 'd', 'e']) feed.set(id, line(1));
    expect(ids(feed.takeDiff()).add).toEqual(['a', 'b']);
    feed.set('c', null);
    feed.set('d', line(2));
    expect(ids(feed.takeDiff())).toEqual({ add: ['d', 'e'], remove: ['c'] });
    expect(feed.takeDiff()).toBeNull();
  });

  it('hands on everything again to a source that is new', () => {
    const feed = new SourceFeed('issues');
    feed.replace([['a', dot(1)]]);
    feed.takeDiff();
    feed.set('gone', dot(2));
    feed.set('gone', null);
    feed.startAnew();
    expect(ids(feed.takeDiff())).toEqual({ add: ['a'], remove: [] });
  });

  it('notices a property that is no longer there', () => {
    const feed = new SourceFeed('issues');
    feed.replace([['a', dot(1)]]);
    feed.takeDiff();
    feed.replace([['a', { ...dot(1), properties: {} }]]);
    expect(ids(feed.takeDiff()).add).toEqual(['a']);
  });
});
