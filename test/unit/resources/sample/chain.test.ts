import { beforeAll, describe, expect, it } from 'vitest';
import { accountabilityLedger } from '#shared/analysis/accountability-ledger.ts';
import { borderLines } from '#shared/model/border.ts';
import { borderFit } from '#shared/topology/border-fit.ts';
import { SharedBorders } from '#shared/topology/shared-borders.ts';
import { disputedStretches } from '#shared/analysis/border-register.ts';
import { departmentMatrix } from '#shared/analysis/department-matrix.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import { inOffice } from '#shared/model/in-office.ts';
import type { PostLevel } from '#shared/model/post.ts';
import { type OpenedSample, openSample } from './open-sample.ts';

let sample: OpenedSample;
beforeAll(async () => {
  sample = await openSample();
}, 60_000);

const levels: readonly PostLevel[] = ['district', 'street', 'community', 'zone', 'point'];

describe('the chain of the sample', () => {
  it('has one holder in each required role, but for what is planted', () => {
    const { day, vacant, doubleHolder, expired } = sample.planted;
    const held = new Map<string, number>();
    for (const post of sample.all('post').filter((candidate) => inOffice(candidate, day))) {
      const key = `${post.role} ${post.targetId}`;
      held.set(key, (held.get(key) ?? 0) + 1);
    }
    const roles = sample.all('project')[0]?.schemes.roles.filter((role) => role.required) ?? [];
    const odd = levels.flatMap((level) =>
      sample.all(level as 'zone').flatMap((place) =>
        roles
          .filter((role) => role.level === level)
          .map((role) => [`${role.key} ${place.id}`, held.get(`${role.key} ${place.id}`) ?? 0])
          .filter(([, count]) => count !== 1),
      ),
    );
    expect(new Map(odd as [string, number][])).toEqual(
      new Map([
        [`${expired.role} ${expired.targetId}`, 0],
        [`${vacant.role} ${vacant.targetId}`, 0],
        [`${doubleHolder.role} ${doubleHolder.targetId}`, 2],
      ]),
    );
  });

  it('has a number for everybody but one, who holds one post', () => {
    const silent = sample.all('person').filter((person) => person.phone === '');
    expect(silent.map((person) => person.id)).toEqual([sample.planted.unreachable.personId]);
    const posts = sample.all('post').filter((post) => post.personId === silent[0]?.id);
    expect(posts.map((post) => post.targetId)).toEqual([sample.planted.unreachable.targetId]);
  });

  it('uses only numbers that nobody has', () => {
    for (const { phone } of sample.all('person')) expect(phone).toMatch(/^$|^199-0000-\d{4}$/);
    for (const { phone } of sample.all('team')) expect(phone).toMatch(/^010-5550-\d{4}$/);
  });

  it('refers only to records that exist', () => {
    const ids = new Set(sample.records.map((record) => record.id));
    const references = [
      ...sample.all('post').flatMap((post) => [post.personId, post.targetId]),
      ...sample.all('person').map((person) => person.organisationId),
      ...sample.all('team').flatMap((team) => team.memberIds),
      ...sample.all('zone').map((zone) => zone.parentId),
      ...sample.all('scene').map((scene) => scene.selectedId ?? sample.planted.vacant.targetId),
    ];
    expect(references.filter((id) => id === null || !ids.has(id))).toEqual([]);
  });

  it('names kinds and roles that the schemes know', () => {
    const schemes = sample.all('project')[0]?.schemes;
    const kinds = new Set(schemes?.pointKinds.map((kind) => kind.key));
    const roles = new Map(schemes?.roles.map((role) => [role.key, role.level]));
    expect(sample.all('point').filter((point) => !kinds.has(point.pointKind))).toEqual([]);
    expect(sample.all('post').filter((post) => roles.get(post.role) !== post.level)).toEqual([]);
  });

  it('registers the stretches that are planted as overlaps as disputed', () => {
    const pairs = (lists: readonly (readonly string[])[]) =>
      lists.map((ids) => ids.toSorted().join()).toSorted();
    const claimed = disputedStretches(sample.all('border'))
      .map(({ claimantIds }) => claimantIds)
      .filter((ids) => ids.every((id) => sample.all('zone').some((zone) => zone.id === id)));
    const planted = sample.planted.overlaps.map(({ zoneIds }) => zoneIds);
    expect(pairs(claimed)).toEqual(pairs(planted));
  });

  it('registers borders of streets that lie on the border, one of them in dispute', () => {
    const shared = new SharedBorders();
    for (const { id, geometry } of sample.all('street')) shared.set(id, geometry);
    const ofStreets = sample.all('border').filter(({ partyIds: [id] }) => shared.has(id));
    const fits = ofStreets.map((entry) =>
      borderFit(shared, { ...entry, lines: borderLines(entry) }),
    );
    expect(new Set(fits)).toEqual(new Set(['fits']));
    expect(ofStreets.filter(({ disputed }) => disputed)).toHaveLength(1);
    expect(new Set(ofStreets.map(({ follows }) => follows)).size).toBe(6);
  });

  it('has departments with classes of issues, so that its matrix shows full and empty cells', () => {
    const index = new ChainIndex(chainInputOf(sample.records));
    const classes = sample.all('project')[0]?.schemes.issueClasses.map(({ key }) => key) ?? [];
    const { cells, unclaimed } = departmentMatrix(
      index,
      sample.all('organisation'),
      classes,
      sample.planted.day,
    );
    const empty = cells.filter(({ holders }) => holders.length === 0);
    expect(cells.length).toBe(29 * classes.filter((key) => !unclaimed.includes(key)).length);
    expect(empty.length).toBeGreaterThan(0);
    expect(empty.length).toBeLessThan(cells.length);
    expect(unclaimed).toContain('opinion-watch');
  });

  it('charges every lost point to somebody: each street has its chain', () => {
    const index = new ChainIndex(chainInputOf(sample.records));
    const chunks = sample.all('issueChunk');
    const lost = chunks.reduce(
      (sum, chunk) => sum + chunk.lostPoints.reduce((a, b) => a + b, 0),
      0,
    );
    const classes = sample.all('project')[0]?.schemes.issueClasses ?? [];
    const ledger = accountabilityLedger(index, chunks, classes, { from: null, to: null });
    expect(ledger.points).toBeCloseTo(lost, 6);
    expect(ledger.byStreet.reduce((sum, line) => sum + line.points, 0)).toBeCloseTo(lost, 6);
    expect(ledger.byPerson).toEqual([]);
  });
});
