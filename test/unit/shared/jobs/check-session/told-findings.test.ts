import { describe, expect, it } from 'vitest';
import type { Finding } from '#shared/checks/finding.ts';
import { HeardFindings, ToldFindings } from '#shared/jobs/check-session/told-findings.ts';

const finding = (id: string, areaM2: number): Finding => ({
  id,
  rule: 'gap',
  severity: 'error',
  recordIds: [],
  areaM2,
  widthM: null,
  lengthM: null,
  at: [116, 40],
  geometry: null,
  message: { key: 'gap', params: {} },
  fixes: [],
  issueClasses: null,
});

describe('findings that are told', () => {
  it('are told again only where they are otherwise, whatever objects they are', () => {
    const told = new ToldFindings();
    expect(told.newsOf([finding('a', 1), finding('b', 2)]).put).toHaveLength(2);
    expect(told.newsOf([finding('a', 1), finding('b', 2)])).toEqual({ put: [], removed: [] });
    const news = told.newsOf([finding('b', 3), finding('c', 4)]);
    expect(news).toEqual({ put: [finding('b', 3), finding('c', 4)], removed: ['a'] });
    expect(told.all).toEqual([finding('b', 3), finding('c', 4)]);
  });

  it('are one list at the other end, which stays the same until there is news', () => {
    const [told, heard] = [new ToldFindings(), new HeardFindings()];
    heard.take(told.newsOf([finding('a', 1), finding('b', 2)]));
    const { list } = heard;
    heard.take(told.newsOf([finding('a', 1), finding('b', 2)]));
    expect(heard.list).toBe(list);
    heard.take(told.newsOf([finding('b', 5)]));
    expect(heard.list).toEqual([finding('b', 5)]);
  });
});
