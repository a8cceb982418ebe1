import { describe, expect, it } from 'vitest';
import { schemes } from '#shared/model/scheme.ts';
import { defaultSchemes } from '#shared/model/templates/default-schemes.ts';

const duplicates = (keys: string[]) => keys.filter((key, index) => keys.indexOf(key) !== index);

describe('default schemes', () => {
  it('fit their schema and leave the negative list to the office', () => {
    const lists = defaultSchemes();
    expect(schemes.parse(lists)).toEqual(lists);
    expect(lists.negativeList).toEqual([]);
  });

  it('have no key twice', () => {
    const lists = defaultSchemes();
    for (const list of [lists.issueClasses, lists.pointKinds, lists.roles]) {
      expect(duplicates(list.map((entry) => entry.key))).toEqual([]);
    }
  });

  it('hold the seven defects of public notices and the four steps of public opinion work', () => {
    const namesOf = (group: string) =>
      defaultSchemes()
        .issueClasses.filter((entry) => entry.group === group)
        .map((entry) => entry.name);
    expect(namesOf('公益广告')).toEqual(['错字', '缺字', '歧义', '断句', '褪色', '污损', '遮挡']);
    expect(namesOf('舆情')).toEqual(['监测', '转办', '处置', '应对']);
  });

  it('require one role or more at every level of the chain', () => {
    const required = defaultSchemes().roles.filter((role) => role.required);
    expect(new Set(required.map((role) => role.level))).toEqual(
      new Set(['district', 'street', 'community', 'zone', 'point']),
    );
  });

  it('are a copy that can be edited', () => {
    const first = defaultSchemes();
    first.roles.pop();
    if (first.issueClasses[0]) first.issueClasses[0].name = '改过';
    expect(defaultSchemes().roles.length).toBe(first.roles.length + 1);
    expect(defaultSchemes().issueClasses[0]?.name).not.toBe('改过');
  });
});
