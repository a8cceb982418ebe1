import { describe, expect, it } from 'vitest';
import { nothingOfProof } from '#shared/checks/nothing-of-proof.ts';

const counts = { zones: 1, points: 0, streets: 0, communities: 0, posts: 1 };

describe('nothingOfProof', () => {
  it('is silent where both proofs prove something', () => {
    const report = { nothing: null, counts };
    expect(nothingOfProof(report, 'horizontal')).toBeNull();
    expect(nothingOfProof(report, 'vertical')).toBeNull();
  });

  it('tells the reason of the proof it is about', () => {
    const noGround = { nothing: 'no-boundary', counts } as const;
    expect(nothingOfProof(noGround, 'horizontal')).toBe('no-boundary');
    expect(nothingOfProof(noGround, 'vertical')).toBeNull();
    const noPosts = { nothing: 'no-posts', counts: { ...counts, posts: 0 } } as const;
    expect(nothingOfProof(noPosts, 'horizontal')).toBeNull();
    expect(nothingOfProof(noPosts, 'vertical')).toBe('no-posts');
  });

  it('does not let missing ground hide that nobody holds a post', () => {
    const empty = { nothing: 'no-zones', counts: { ...counts, zones: 0, posts: 0 } } as const;
    expect(nothingOfProof(empty, 'vertical')).toBe('no-posts');
  });
});
