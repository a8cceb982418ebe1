import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';
import { recordKinds } from '#shared/model/record.ts';
import type { Patch } from './patch.ts';

type Listener = (patch: Patch) => void;

export type { DocumentView };

/**
 * All living records of one project, in memory. `apply` is the only writer: map, indexes, checks,
 * autosave and the other windows are fed by its listeners.
 */
export class Document implements DocumentView {
  private records = new Map<string, AnyRecord>();
  private byKind = new Map<RecordKind, Map<string, AnyRecord>>();
  private lists = new Map<RecordKind, readonly AnyRecord[]>();
  private readonly listeners = new Set<Listener>();

  constructor(records: Iterable<AnyRecord> = []) {
    for (const kind of recordKinds) this.byKind.set(kind, new Map());
    for (const record of records) this.put(record);
  }

  /** The same records as a document of its own, which nobody follows yet. */
  copy(): Document {
    const copy = new Document();
    copy.records = new Map(this.records);
    copy.byKind = new Map([...this.byKind].map(([kind, ofKind]) => [kind, new Map(ofKind)]));
    copy.lists = new Map(this.lists);
    return copy;
  }

  get(id: string): AnyRecord | undefined {
    return this.records.get(id);
  }

  find<K extends RecordKind>(kind: K, id: string): RecordOf<K> | undefined {
    return this.byKind.get(kind)?.get(id) as RecordOf<K> | undefined;
  }

  all<K extends RecordKind>(kind: K): readonly RecordOf<K>[] {
    let list = this.lists.get(kind);
    if (!list) {
      list = [...(this.byKind.get(kind)?.values() ?? [])];
      this.lists.set(kind, list);
    }
    return list as readonly RecordOf<K>[];
  }

  /** Every record, project first, in the order of the kinds. */
  *everything(): Generator<AnyRecord> {
    for (const kind of recordKinds) yield* this.all(kind);
  }

  /**
   * Changes the document and tells the listeners.
   * @throws Error when the patch does not fit: it adds an id that is taken, or updates or removes
   *   one that is not there. The document is then unchanged.
   */
  apply(patch: Patch): void {
    for (const id of Object.keys(patch.added)) {
      if (this.records.has(id)) throw new Error(`patch adds ${id}, which exists`);
    }
    for (const id of [...Object.keys(patch.updated), ...Object.keys(patch.removed)]) {
      if (!this.records.has(id)) throw new Error(`patch changes ${id}, which does not exist`);
    }
    for (const record of Object.values(patch.removed)) this.take(record);
    for (const [, to] of Object.values(patch.updated)) this.put(to);
    for (const record of Object.values(patch.added)) this.put(record);
    for (const listener of this.listeners) listener(patch);
  }

  /** Calls `listener` after each patch; the returned function ends it. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private put(record: AnyRecord): void {
    const before = this.records.get(record.id);
    if (before && before.kind !== record.kind) this.take(before);
    this.records.set(record.id, record);
    this.byKind.get(record.kind)?.set(record.id, record);
    this.lists.delete(record.kind);
  }

  private take(record: AnyRecord): void {
    this.records.delete(record.id);
    this.byKind.get(record.kind)?.delete(record.id);
    this.lists.delete(record.kind);
  }
}
