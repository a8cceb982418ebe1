import { stated } from '#shared/briefing/certificate/certificate.ts';
import type { MemberHashes } from '#shared/briefing/certificate/ground-hashes.ts';
import { type Difference, sameMeasure, shortened } from './difference.ts';

/** A zone or exception as the certificate states it or as the files hold it. */
export interface Member extends MemberHashes {
  name: string;
  areaM2: number;
}

/** Members by a key, each to be taken once. */
class Stock<M extends Member> {
  private readonly byKey = new Map<string, M[]>();
  private readonly taken: Set<M>;

  constructor(members: readonly M[], keyOf: (member: M) => string, taken: Set<M>) {
    this.taken = taken;
    for (const member of members) {
      const key = keyOf(member);
      const list = this.byKey.get(key);
      if (list) list.push(member);
      else this.byKey.set(key, [member]);
    }
  }

  take(key: string): M | undefined {
    const list = this.byKey.get(key) ?? [];
    let next = list.shift();
    while (next && this.taken.has(next)) next = list.shift();
    if (next) this.taken.add(next);
    return next;
  }
}

/**
 * Compares a certificate's list of zones or exceptions with that of the files. `kind` makes the
 * keys: `zoneRenamed`, `exceptionMoved` and so on; `changed` says what else of two members with one
 * name and one shape differs.
 */
export function verifyMembers<M extends Member>(
  kind: 'zone' | 'exception',
  certified: readonly M[],
  actual: readonly M[],
  changed: (certified: M, actual: M) => string,
): Difference[] {
  const differences: Difference[] = [];
  const found = new Set<M>();
  const tell = (key: string, params: Difference['params']) =>
    differences.push({ key: `${kind}${key}`, params });
  const compareAreas = (one: M, other: M) => {
    if (sameMeasure(one.areaM2, other.areaM2)) return;
    tell('Area', { name: one.name, stated: one.areaM2, found: stated(other.areaM2) });
  };
  const compareNames = (one: M, other: M) => {
    if (one.name.trim().normalize('NFC') === other.name.trim().normalize('NFC')) return;
    tell('Renamed', { name: one.name, now: other.name });
  };
  let open = [...certified];
  const match = (keyOf: (member: M) => string, then: (one: M, other: M) => void) => {
    const stock = new Stock(actual, keyOf, found);
    open = open.filter((one) => {
      const other = stock.take(keyOf(one));
      if (other) then(one, other);
      return !other;
    });
  };
  // The certificate's own name is compared too: its hash may have stayed when the name was changed.
  match(
    ({ hash }) => hash,
    (one, other) => {
      compareNames(one, other);
      compareAreas(one, other);
      if (one.geometryHash !== other.geometryHash) tell('Moved', { name: one.name });
      const what = changed(one, other);
      if (what !== '') tell('Changed', { name: one.name, what });
    },
  );
  match(
    ({ name, geometryHash }) => `${name}\n${geometryHash}`,
    (one, other) => {
      const what = changed(one, other);
      if (what !== '') tell('Changed', { name: one.name, what });
      // Everything that it is made of is the same: the hash itself was changed.
      else tell('Hash', { name: one.name });
      compareAreas(one, other);
    },
  );
  match(
    ({ geometryHash }) => geometryHash,
    (one, other) => {
      compareNames(one, other);
      compareAreas(one, other);
    },
  );
  match(
    ({ name }) => name,
    (one, other) => {
      tell('Moved', { name: one.name });
      compareAreas(one, other);
    },
  );
  for (const { name } of open) tell('Missing', { name });
  for (const one of actual) if (!found.has(one)) tell('Added', { name: one.name });
  return shortened(differences);
}
