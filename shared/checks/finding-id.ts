import type { Position } from 'geojson';
import { groupBy } from '#shared/geo/group-by.ts';
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

const hexDigits = '0123456789abcdef';

/** Eight digits of 32 bits; what numbers offer for it goes by way of fractions, a hundred times slower. */
function hex(value: number): string {
  let text = '';
  for (let shift = 28; shift >= 0; shift -= 4) text += hexDigits[(value >>> shift) & 15];
  return text;
}

/** Places are rounded to about a metre, so that rounding does not change an id. */
function placeKey(at: Position, planar: boolean): string {
  const steps = planar ? 1 : 1e5;
  return at.map((x) => Math.round(x * steps)).join(',');
}

function idOf({ rule, recordIds, message, at }: DraftFinding, planar: boolean): string {
  const role = message.params['role'] ?? '';
  const records = recordIds.length === 1 ? recordIds[0] : [...recordIds].sort().join();
  const text = [rule, message.key, role, records, placeKey(at, planar)].join('|');
  return `${rule}-${hex(hash(text, 0x811c9dc5))}${hex(hash(`${text}|`, 0x9e3779b9))}`;
}

/** Most ground first, then by place, so that numbers do not depend on the order of the findings. */
function amongEqual(a: Finding, b: Finding): number {
  return (
    (b.areaM2 ?? 0) - (a.areaM2 ?? 0) ||
    (a.at[0] ?? 0) - (b.at[0] ?? 0) ||
    (a.at[1] ?? 0) - (b.at[1] ?? 0)
  );
}

/** Findings with ids known already stay the objects they were. */
const known = new WeakMap<DraftFinding, Finding>();

/** Gives findings their ids: rule, records and place, and a number where these are all the same. */
export function withIds(drafts: readonly DraftFinding[], planar: boolean): Finding[] {
  const ids = new Set<string>();
  const findings: Finding[] = [];
  for (const draft of drafts) {
    let finding = known.get(draft);
    if (!finding) {
      finding = { fixes: [], issueClasses: null, ...draft, id: idOf(draft, planar) };
      known.set(draft, finding);
    }
    ids.add(finding.id);
    findings.push(finding);
  }
  if (ids.size === findings.length) return findings;
  return [...groupBy(findings, ({ id }) => id)].flatMap(([id, alike]) =>
    alike
      .sort(amongEqual)
      .map((finding, i) => (i === 0 ? finding : { ...finding, id: `${id}-${i + 1}` })),
  );
}
