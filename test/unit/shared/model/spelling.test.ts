import { describe, expect, it } from 'vitest';
import { comparable, spell, spellingRank } from '#shared/model/spelling.ts';

describe('spell', () => {
  it.each([
    ['片长', false, 'pianzhang', 'pz'],
    ['网格长', false, 'wanggezhang', 'wgz'],
    ['长阳镇', false, 'changyangzhen', 'cyz'],
    ['曾志伟', true, 'zengzhiwei', 'zzw'],
    ['刘长', true, 'liuchang', 'lc'],
    ['绿 地A座', false, 'lvdiazuo', 'ldaz'],
  ])('spells %s', (name, ofPerson, full, initials) => {
    expect(spell(name, ofPerson)).toMatchObject({ full, initials });
  });
});

describe('spellingRank', () => {
  const street = spell('学院路街道');
  it.each([
    ['学院路街道', 0],
    ['学院', 1],
    ['xyl', 2],
    ['xueyuan', 3],
    ['路街', 5],
    ['yuanlu', 6],
    ['y', null],
    ['qinghe', null],
  ])('ranks %s', (typed, rank) => {
    expect(spellingRank(street, comparable(typed))).toBe(rank);
  });
});
