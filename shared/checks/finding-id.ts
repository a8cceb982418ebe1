import type { Position } from 'geojson';
import type { DraftFinding, Finding } from './finding.ts';

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), 32 bits from a seed. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let i = 0; i < text.length; i++) {
    value ^= text.charCodeAt(i);
    value = Math.imul(value, 0x01000193);
  }
  return value >>> 0;
}

/** Places are rounded to about a metre, so that rounding does not change an id. */
function placeKey(at: Position, planar: boolean): string {
  const steps = planar ? 1 : 1e5;
  return at.map((x) => Math.round(x * steps)).join(',');
}

/** Gives findings their ids: rule, records and place, and a number where these are all the same. */
export function withIds(findings: readonly DraftFinding[], planar: boolean): Finding[] {
  const used = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, recordIds, message, at } = finding;
    const role = message.params['role'] ?? '';
    const records = [...recordIds].sort().join();
    const text = [rule, message.key, role, records, placeKey(at, planar)].join('|');
    const digits = [hash(text, 0x811c9dc5), hash(`${text}|`, 0x9e3779b9)];
    const id = `${rule}-${digits.map((n) => n.toString(16).padStart(8, '0')).join('')}`;
    const times = (used.get(id) ?? 0) + 1;
    used.set(id, times);
    return {
      fixes: [],
      issueClasses: null,
      ...finding,
      id: times === 1 ? id : `${id}-${times}`,
    };
  });
}
