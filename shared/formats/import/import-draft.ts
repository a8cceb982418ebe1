import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord, RecordKind, RecordOf } from '#shared/model/record.ts';

/** Texts under which a record can be named in a sheet. */
function namesOf(record: AnyRecord): string[] {
  const names = [record.id];
  if ('code' in record && record.code !== '') names.push(record.code);
  if ('name' in record) names.push(lookupKey(record.name));
  return names;
}

/** Form in which names are compared: no blanks, one width, one case. */
export function lookupKey(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

interface KindIndex {
  records: Map<string, AnyRecord>;
  ids: Map<string, Set<string>>;
}

/**
 * A document with an import's records laid over it: later rows find what earlier rows brought, and
 * nothing of the document itself is touched.
 */
export class ImportDraft implements DocumentView {
  private readonly before: DocumentView;
  private readonly changed = new Map<string, AnyRecord>();
  private readonly kinds = new Map<RecordKind, KindIndex>();

  constructor(before: DocumentView) {
    this.before = before;
  }

  get(id: string): AnyRecord | undefined {
    return this.changed.get(id) ?? this.before.get(id);
  }

  find<K extends RecordKind>(kind: K, id: string): RecordOf<K> | undefined {
    const record = this.get(id);
    return record?.kind === kind ? (record as RecordOf<K>) : undefined;
  }

  all<K extends RecordKind>(kind: K): readonly RecordOf<K>[] {
    return [...this.index(kind).records.values()] as unknown as readonly RecordOf<K>[];
  }

  /** Records of a kind whose id, code or name is `text`. */
  lookup<K extends RecordKind>(kind: K, text: string): RecordOf<K>[] {
    const { records, ids } = this.index(kind);
    const found = new Set([...(ids.get(text) ?? []), ...(ids.get(lookupKey(text)) ?? [])]);
    return [...found]
      .map((id) => records.get(id) as AnyRecord)
      .filter((record) => {
        const names = namesOf(record);
        return names.includes(text) || names.includes(lookupKey(text));
      }) as RecordOf<K>[];
  }

  put(record: AnyRecord): void {
    this.changed.set(record.id, record);
    this.addToIndex(this.index(record.kind), record);
  }

  /** Records that were put, without those that are as they were. */
  result(): { added: AnyRecord[]; updated: AnyRecord[]; unchanged: AnyRecord[] } {
    const added: AnyRecord[] = [];
    const updated: AnyRecord[] = [];
    const unchanged: AnyRecord[] = [];
    for (const record of this.changed.values()) {
      const was = this.before.get(record.id);
      if (!was) added.push(record);
      else if (sameRecord(was, record)) unchanged.push(record);
      else updated.push(record);
    }
    return { added, updated, unchanged };
  }

  private index(kind: RecordKind): KindIndex {
    let index = this.kinds.get(kind);
    if (!index) {
      index = { records: new Map(), ids: new Map() };
      for (const record of this.before.all(kind)) this.addToIndex(index, record);
      this.kinds.set(kind, index);
    }
    return index;
  }

  private addToIndex(index: KindIndex, record: AnyRecord): void {
    index.records.set(record.id, record);
    for (const name of namesOf(record)) {
      const ids = index.ids.get(name);
      if (ids) ids.add(record.id);
      else index.ids.set(name, new Set([record.id]));
    }
  }
}

/** Whether two records say the same, whatever the order of their keys. */
function sameRecord(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (ArrayBuffer.isView(a)) return false;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) =>
      sameRecord((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]),
    )
  );
}
