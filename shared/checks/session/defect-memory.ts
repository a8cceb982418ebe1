import type { DraftFinding } from '#shared/checks/finding.ts';
import type { FindingMemory } from '#shared/checks/horizontal/class-report.ts';
import type { Defect } from '#shared/checks/horizontal/defect.ts';
import type { MismatchedStretch } from '#shared/checks/horizontal/mismatched-stretches.ts';

interface Known<Value> {
  value: Value;
  /** The turn in which it was made. */
  turn: number;
}

/**
 * What is said of defects, kept until a zone over or beside them changes: ground elsewhere in such a
 * zone matters too, as the smallest one is asked first to give way.
 */
export class DefectMemory implements FindingMemory {
  private noises = new WeakMap<Defect, Known<boolean>>();
  private drafts = new WeakMap<Defect, Known<DraftFinding>>();
  private stretches = new WeakMap<Defect, Known<DraftFinding> & { members: Defect[] }>();
  private turn = 0;
  /** The turn in which each zone changed last. */
  private readonly changed = new Map<string, number>();

  /** Zones have changed. */
  forget(zoneIds: Iterable<string>): void {
    this.turn++;
    for (const id of zoneIds) this.changed.set(id, this.turn);
  }

  /** Everything is made anew. */
  clear(): void {
    this.noises = new WeakMap();
    this.drafts = new WeakMap();
    this.stretches = new WeakMap();
  }

  noise(defect: Defect, make: () => boolean): boolean {
    return this.recall(this.noises, defect, make);
  }

  defect(defect: Defect, make: () => DraftFinding): DraftFinding {
    return this.recall(this.drafts, defect, make);
  }

  stretch({ defects }: MismatchedStretch, make: () => DraftFinding): DraftFinding {
    const first = defects[0]!;
    const known = this.stretches.get(first);
    const isSame =
      known?.members.length === defects.length &&
      known.members.every((d, i) => d === defects[i] && this.holds(d, known.turn));
    if (known && isSame) return known.value;
    const value = make();
    this.stretches.set(first, { members: defects, value, turn: this.turn });
    return value;
  }

  private recall<Value>(
    memory: WeakMap<Defect, Known<Value>>,
    defect: Defect,
    make: () => Value,
  ): Value {
    const known = memory.get(defect);
    if (known && this.holds(defect, known.turn)) return known.value;
    const value = make();
    memory.set(defect, { value, turn: this.turn });
    return value;
  }

  private holds({ zoneIds, besideIds }: Defect, since: number): boolean {
    const isOld = (id: string) => (this.changed.get(id) ?? 0) <= since;
    return zoneIds.every(isOld) && besideIds.every(isOld);
  }
}
