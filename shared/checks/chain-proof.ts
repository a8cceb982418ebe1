import type { AnyRecord } from '#shared/model/record.ts';
import { nothingToProve } from './check-chain.ts';
import type { ChainCheckInput } from './check-input.ts';
import type { Finding, NothingReason } from './finding.ts';
import { withIds } from './finding-id.ts';
import { inOrder } from './finding-order.ts';
import { ChainState } from './vertical/chain-state.ts';
import { type ChainUnit, draftsOf, unitsOf } from './vertical/chain-units.ts';
import { chainInputAfter, type RecordChanges } from './vertical/input-after.ts';
import { type LightChange, touchedUnits } from './vertical/touched-units.ts';

/** Findings that an edit brought, and those that it took away. */
export interface FindingChanges {
  added: Finding[];
  removed: Finding[];
}

/** Kinds of records of which one can change without everything being proved again. */
const lightKinds: readonly AnyRecord['kind'][] = ['post', 'person', 'team', 'dutyList'];
const foreignKinds: readonly AnyRecord['kind'][] = ['organisation', 'scene', 'border'];

/**
 * The proof of 纵到底 kept up to date: after an edit of posts, people, teams or duty lists only the
 * units that it touches are proved again; edits of places, rules or issues prove everything anew.
 * Its findings are always those of the full proof, in the same order with the same ids.
 */
export class ChainProof {
  private state: ChainState;
  private found: Map<ChainUnit, Finding[]>;
  private sorted: Finding[];

  constructor(input: ChainCheckInput) {
    this.state = new ChainState(input);
    this.found = proveAll(this.state);
    this.sorted = [...this.found.values()].flat().sort(inOrder);
  }

  /** The chain as it stands, for questions about it. */
  get chain(): ChainState {
    return this.state;
  }

  /** Why nothing is proved; null when something is. */
  get nothing(): NothingReason | null {
    return nothingToProve(this.state);
  }

  /** All findings, worst first. */
  get findings(): readonly Finding[] {
    return this.nothing ? [] : this.sorted;
  }

  /** Takes up a patch of the document; answers what it changed among the findings. */
  apply(changes: RecordChanges): FindingChanges {
    const before = this.nothing;
    const list = listOf(changes);
    const result = list.every(({ record: { kind } }) => lightKinds.includes(kind))
      ? this.prove(touchedUnits(this.state, list as LightChange[]))
      : this.proveAnew(changes);
    if (before === null && this.nothing === null) return result;
    // Where nothing was proved, or is any more, all findings come or go at once.
    if (before !== null) return { added: [...this.findings], removed: [] };
    const gone = new Set(result.added);
    return {
      added: [],
      removed: [...this.sorted.filter((finding) => !gone.has(finding)), ...result.removed],
    };
  }

  /**
   * The clock goes on, to a day (`YYYY-MM-DD`) and a moment (ms since 1970) of it. Answers whether
   * anything had to be proved again: with a new day everything, with the cut-off who is in.
   */
  passTo(on: string, now: number): boolean {
    if (on !== this.state.on) {
      this.state = new ChainState({ ...this.state.input, on, now });
      this.found = proveAll(this.state);
      this.sorted = [...this.found.values()].flat().sort(inOrder);
      return true;
    }
    if (!this.state.passTo(now)) return false;
    this.prove([...this.state.roll.keys()].map((key) => `duty ${key}` as const));
    return true;
  }

  private prove(units: Iterable<ChainUnit>): FindingChanges {
    const changes: FindingChanges = { added: [], removed: [] };
    for (const unit of units) {
      const before = this.found.get(unit) ?? [];
      const after = withIds(draftsOf(unit, this.state), false);
      if (same(before, after)) continue;
      for (const finding of before) this.sorted.splice(this.placeOf(finding), 1);
      for (const finding of after) this.sorted.splice(this.placeOf(finding), 0, finding);
      if (after.length > 0) this.found.set(unit, after);
      else this.found.delete(unit);
      changes.removed.push(...before);
      changes.added.push(...after);
    }
    return changes;
  }

  private proveAnew(patch: RecordChanges): FindingChanges {
    const before = this.sorted;
    this.state = new ChainState(chainInputAfter(this.state.input, patch));
    this.found = proveAll(this.state);
    this.sorted = [...this.found.values()].flat().sort(inOrder);
    const keys = (findings: readonly Finding[]) => new Set(findings.map(keyOf));
    const [old, now] = [keys(before), keys(this.sorted)];
    return {
      added: this.sorted.filter((finding) => !old.has(keyOf(finding))),
      removed: before.filter((finding) => !now.has(keyOf(finding))),
    };
  }

  /** Where a finding stands, or would stand, in the sorted list. */
  private placeOf(finding: Finding): number {
    let [low, high] = [0, this.sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (inOrder(this.sorted[middle] as Finding, finding) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function proveAll(state: ChainState): Map<ChainUnit, Finding[]> {
  const found = new Map<ChainUnit, Finding[]>();
  for (const unit of unitsOf(state)) {
    const drafts = draftsOf(unit, state);
    if (drafts.length > 0) found.set(unit, withIds(drafts, false));
  }
  return found;
}

const keyOf = (finding: Finding) => JSON.stringify(finding);

function same(a: readonly Finding[], b: readonly Finding[]): boolean {
  return (
    a.length === b.length && a.every((finding, i) => keyOf(finding) === keyOf(b[i] as Finding))
  );
}

function listOf({ added, updated, removed }: RecordChanges) {
  return [
    ...Object.values(removed).map((record) => ({ record, to: null })),
    ...Object.values(updated).map(([record, to]) => ({ record, to })),
    ...Object.values(added).map((record) => ({ record, to: record })),
  ].filter(({ record }) => !foreignKinds.includes(record.kind));
}
