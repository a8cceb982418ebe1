import { describe, expect, it } from 'vitest';
import { GatheredParts } from '#shared/jobs/gathered-parts.ts';
import { createJobClient } from '#shared/jobs/job-client.ts';
import { createJobServer } from '#shared/jobs/job-server.ts';
import { goAtOnce, postInParts } from '#shared/jobs/record-parts.ts';
import { idOf, record } from '#test/unit/shared/edits/records.ts';

/** A zone whose ring has so many positions. */
function zoneOf(n: number, positions: number) {
  const ring = Array.from({ length: positions - 1 }, (_, i) => {
    const turn = (2 * Math.PI * i) / (positions - 1);
    return [116 + 0.01 * Math.cos(turn), 40 + 0.01 * Math.sin(turn)];
  });
  const geometry = { type: 'Polygon', coordinates: [[...ring, ring[0]]] };
  return record('zone', n, { parentId: null, name: `片区${n}`, shape: 'block', geometry });
}

async function partsOf(records: Parameters<typeof postInParts>[0]) {
  const parts: { id?: string }[][] = [];
  const all = await postInParts(
    records as Iterable<ReturnType<typeof zoneOf>>,
    (part) => parts.push(part),
    () => true,
  );
  return { parts, all };
}

describe('records on their way to a worker', () => {
  it('go in parts of some ten thousand positions, all of them and in their order', async () => {
    const zones = Array.from({ length: 30 }, (_, i) => zoneOf(i + 1, 1500));
    const { parts, all } = await partsOf(zones);
    expect(all).toBe(true);
    expect(parts.length).toBe(5);
    expect(parts.flat().map(({ id }) => id)).toEqual(zones.map(({ id }) => id));
  });

  it('are never divided themselves: a heavy one is a part of its own', async () => {
    const { parts } = await partsOf([zoneOf(1, 5), zoneOf(2, 40_000), zoneOf(3, 5), zoneOf(4, 5)]);
    expect(parts.map((part) => part.map(({ id }) => id))).toEqual([
      [idOf(1)],
      [idOf(2)],
      [idOf(3), idOf(4)],
    ]);
  });

  it('are told at once when they are few and light', () => {
    const zones = (count: number) =>
      Array.from({ length: count }, () => ({ kind: 'zone' as const }));
    const chunk = { kind: 'issueChunk' as const };
    expect(goAtOnce(zones(100))).toBe(true);
    expect(goAtOnce(zones(101))).toBe(false);
    expect(goAtOnce([...zones(3), chunk])).toBe(true);
    expect(goAtOnce([chunk, chunk])).toBe(false);
  });

  it('stop as soon as nobody wants them any more', async () => {
    const zones = Array.from({ length: 30 }, (_, i) => zoneOf(i + 1, 1500));
    let posted = 0;
    const all = await postInParts(
      zones,
      () => posted++,
      () => posted < 2,
    );
    expect(all).toBe(false);
    expect(posted).toBe(2);
  });

  it('are one list again for the job that asked for them', async () => {
    const zones = Array.from({ length: 30 }, (_, i) => zoneOf(i + 1, 1500));
    const kinds: string[] = [];
    const run = createJobClient((onMessage) => {
      const serve = createJobServer(
        {
          names: async (input: { records: { name: string }[]; mark: string }) =>
            input.records.map(({ name }) => input.mark + name),
        },
        (reply) => setTimeout(() => onMessage(structuredClone(reply)), 0),
        () => new AbortController(),
      );
      return {
        post: (message) => {
          kinds.push(message.type);
          serve(structuredClone(message));
        },
        terminate: () => undefined,
      };
    });
    const named = run('names', { records: zones, mark: '!' });
    const other = run('names', { records: [], mark: '?' });
    expect(await named).toEqual(zones.map(({ name }) => `!${name}`));
    expect(await other).toEqual([]);
    expect(kinds.filter((kind) => kind === 'part')).toHaveLength(5);
  });

  it('of one asker never get to another', () => {
    const gathered = new GatheredParts();
    gathered.add(1, ['a']);
    gathered.add(2, ['b']);
    gathered.add(1, ['c']);
    expect(gathered.take(1)).toEqual(['a', 'c']);
    expect(gathered.take(1)).toEqual([]);
    expect(gathered.take(2)).toEqual(['b']);
  });
});
