import { describe, expect, it } from 'vitest';
import { block, box, outline, polygon } from '#test/unit/shared/checks/given.ts';
import { certify, verify } from './certify.ts';

const coverage = {
  boundary: outline(polygon(box(0, 0, 10, 10))),
  zones: [block('A', polygon(box(0, 0, 10, 10)))],
  on: '2026-06-02',
};

describe('the day of a certificate', () => {
  it('may be the morrow of the one here, as it is east of here', async () => {
    const made = { ...(await certify(coverage)), madeAt: '2026-06-02T01:00:00.000Z' };
    const keys = (await verify(made, coverage, '2026-06-01')).map(({ key }) => key);
    expect(keys).not.toContain('dayAhead');
  });

  it('is told when it has come nowhere yet', async () => {
    const made = await certify(coverage);
    const differences = await verify(made, coverage, '2026-05-31');
    expect(differences).toContainEqual({
      key: 'dayAhead',
      params: { stated: '2026-06-02', on: '2026-05-31' },
    });
  });
});
