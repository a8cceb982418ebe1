import { describe, expect, it } from 'vitest';
import { runSteps } from '#shared/jobs/slices.ts';
import { checkIntegrity } from '#shared/keep/check-integrity.ts';
import { checkTally } from '#shared/keep/check-tally.ts';
import { hashRecord, type RecordHash } from '#shared/keep/record-hash.ts';
import { count, emptyTally, type Tally } from '#shared/keep/tally.ts';
import { type AnyRecord, type RecordKind, recordKinds } from '#shared/model/record.ts';
import { idOf, person, smallOffice } from '#test/unit/shared/merge/desk.ts';

const schema = 4;

function counted(records: readonly AnyRecord[], sequence: number) {
  const tally = emptyTally(sequence, schema);
  const hashes = new Map<RecordKind, Map<string, RecordHash>>(
    recordKinds.map((kind) => [kind, new Map()]),
  );
  for (const record of records) {
    const hash = hashRecord(record);
    count(tally, record.kind, hash, 1);
    hashes.get(record.kind)?.set(record.id, hash);
  }
  return { tally, hashes };
}

/** A project that was worked with: person 20 changed, 30 added, 21 removed; 22 to 24 no log tells of. */
function office() {
  const desk = smallOffice();
  desk.put(person(20, '改'), person(30, '新'));
  desk.remove(21);
  const { records, audit } = desk.copy;
  return { records, audit, kept: counted(records, audit.length).tally };
}

function look(records: readonly AnyRecord[], kept: Tally, { audit } = office()) {
  const { tally, hashes } = counted(records, audit.length);
  return checkTally(kept, tally, runSteps(checkIntegrity(records, audit)), hashes);
}

describe('counts and hashes', () => {
  it('find nothing in what is as it was stored, in any order', () => {
    const { records, kept } = office();
    expect(look(records, kept)).toEqual([]);
    expect(look([...records].reverse(), kept)).toEqual([]);
  });

  it('leave to the log what the log explains', () => {
    const { records, kept } = office();
    const damaged = records.filter(({ id }) => id !== idOf(30));
    const other = damaged.map((one) => (one.id === idOf(20) ? person(20, '坏') : one));
    expect(look([...other, person(21, '人21')], kept)).toEqual([]);
  });

  it('name the table where the log does not', () => {
    const { records, kept } = office();
    const without = records.filter(({ id }) => id !== idOf(22));
    const counts = { what: 'counts', kind: 'person', kept: 5, found: 4 };
    expect(look(without, kept)).toEqual([counts]);
    const other = records.map((one) => (one.id === idOf(22) ? person(22, '坏') : one));
    expect(look(other, kept)).toEqual([{ what: 'contents', kind: 'person', kept: 5, found: 5 }]);
    // One is explained and the other is not.
    expect(
      look(
        other.filter(({ id }) => id !== idOf(30)),
        kept,
      ),
    ).toHaveLength(1);
    // Two that changed places are two that changed.
    const [a, b] = [person(22, '人23'), person(23, '人22')];
    const rest = records.filter(({ id }) => id !== a.id && id !== b.id);
    expect(look([...rest, a, b], kept)).toHaveLength(1);
  });

  it('tell of a log that ends too early, and nothing where they do not speak of it', () => {
    const { records, kept } = office();
    const later: Tally = { ...kept, sequence: kept.sequence + 2 };
    const cut = { what: 'cut', kind: 'project', kept: later.sequence, found: kept.sequence };
    expect(look(records, later)).toEqual([cut]);
    const damaged = records.filter(({ id }) => id !== idOf(22));
    expect(look(damaged, { ...kept, sequence: kept.sequence - 1 })).toEqual([]);
    expect(look(damaged, { ...kept, schema: schema - 1 })).toEqual([]);
  });
});
