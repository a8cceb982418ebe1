import { describe, expect, it } from 'vitest';
import { block, box, outline, polygon } from '#test/unit/shared/checks/given.ts';
import { certify, resealed, verify } from './certify.ts';

const boundary = outline(polygon(box(0, 0, 20, 10)));
const left = block('A', polygon(box(0, 0, 10, 10)));
const right = block('B', polygon(box(10, 0, 20, 10)));
const again = block('C', polygon(box(10, 0, 20, 10)));

// +-----+-----+
// |  A  | B+C |   B's ground entered again as C
// +-----+-----+
describe('a repeat in the data', () => {
  it('agrees with a certificate that lists it', async () => {
    const coverage = { boundary, zones: [left, right, again] };
    expect(await verify(await certify(coverage), coverage)).toEqual([]);
  });

  it('is told when the certificate claims a proof and is sealed again', async () => {
    const coverage = { boundary, zones: [left, right, again] };
    const made = await certify(coverage);
    const proof = await certify({ boundary, zones: [left, right] });
    const forged = await resealed({ ...made, verdict: proof.verdict, coverage: proof.coverage });
    expect(await verify(forged, coverage)).toEqual([
      { key: 'repeat', params: { names: 'B、C', n: 2 } },
    ]);
  });
});
