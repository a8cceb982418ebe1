import { describe, expect, it } from 'vitest';
import { issueDots } from '#renderer/map/issue-dots.ts';
import { toGrid } from '#shared/geo/grid.ts';
import { issueStatuses } from '#shared/model/issue.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { allIssues } from '#shared/model/issue-filter.ts';

const now = Date.UTC(2026, 2, 1);
const closed = issueStatuses.indexOf('closed');

function chunkOf(count: number, openEach: number): IssueChunk {
  return {
    kind: 'issueChunk',
    id: 'chunk',
    count,
    ids: Uint32Array.from({ length: 4 * count }, (_, i) => i),
    longitude: Int32Array.from({ length: count }, (_, i) => toGrid(116 + (i % 100) * 0.001)),
    latitude: Int32Array.from({ length: count }, (_, i) => toGrid(40 + Math.floor(i / 100) * 1e-5)),
    issueClass: new Uint16Array(count),
    classes: ['market'],
    status: Uint8Array.from({ length: count }, (_, i) => (i % openEach === 0 ? 0 : closed)),
    foundAt: new Float64Array(count).fill(now - 1e9),
    dueAt: Float64Array.from({ length: count }, (_, i) => (i === 0 ? now - 1 : now + 1)),
    closedAt: new Float64Array(count).fill(Number.NaN),
    lostPoints: new Float32Array(count),
    texts: new Uint16Array(),
    textEnds: new Uint32Array(count),
  };
}

const query = {
  bounds: [115, 39, 117, 41] as [number, number, number, number],
  filter: allIssues,
  utcOffsetMinutes: 480,
  now,
};

describe('issueDots', () => {
  it('tells states apart, overdue only while open and past the deadline', () => {
    const dots = issueDots([chunkOf(20, 10)], query);
    expect(dots).toHaveLength(20);
    const state = new Map(dots.map(([id, { properties }]) => [id, properties?.state]));
    expect(state.get('chunk/0')).toBe('overdue');
    expect(state.get('chunk/10')).toBe('reported');
    expect(state.get('chunk/1')).toBe('closed');
  });

  it('shows all open ones and thins the closed, always in the same way', () => {
    const chunk = chunkOf(20_000, 50);
    const dots = issueDots([chunk], { ...query, most: 2000 });
    expect(dots.length).toBeLessThanOrEqual(2000);
    expect(dots.length).toBeGreaterThan(1500);
    expect(dots.filter(([, dot]) => dot.properties?.state !== 'closed')).toHaveLength(400);
    expect(issueDots([chunk], { ...query, most: 2000 }).map(([id]) => id)).toEqual(
      dots.map(([id]) => id),
    );
  });

  it('takes only what lies in view and passes the filter', () => {
    const chunk = chunkOf(200, 10);
    const narrow = {
      ...query,
      bounds: [116.0005, 39, 116.0015, 41] as [number, number, number, number],
    };
    expect(
      issueDots([chunk], narrow)
        .map(([id]) => id)
        .sort(),
    ).toEqual(['chunk/1', 'chunk/101']);
    expect(issueDots([chunk], { ...query, filter: { ...allIssues, classes: [] } })).toEqual([]);
  });
});
