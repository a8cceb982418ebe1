import * as z from 'zod';
import type { TableRow } from '#shared/formats/table.ts';
import type { RecordOf } from '#shared/model/record.ts';
import { Duplicates } from './duplicates.ts';
import { type ImportDraft, lookupKey } from './import-draft.ts';
import type { ImportSource, PlanContext } from './plan.ts';
import type { RowReader } from './row-reader.ts';

type NamedKind = 'street' | 'community' | 'zone' | 'point' | 'baseUnit';

const uuid = z.uuid();

/** The id that a cell holds, if it is one of ours. */
export function ownId(text: string): string | null {
  // Most rows have none: no need to have that explained.
  if (text.length !== 36) return null;
  const id = text.toLowerCase();
  return uuid.safeParse(id).success ? id : null;
}

/** What else can be known of a row than its name and code. */
interface Besides<K extends NamedKind> {
  /** What the row is called in lists, where its name is not its own. */
  title: string;
  /** Record on the same ground, which the row is about when nothing else tells. */
  ground: RecordOf<K> | null;
}

/**
 * Tells which record of a kind a row is about: the one with its id, else its code, else its name if
 * nothing else is called so, neither in the file nor in the project; else the one on its ground, where
 * that is looked at.
 */
export class RecordMatcher<K extends NamedKind> {
  private readonly draft: ImportDraft;
  private readonly kind: K;
  private readonly reader: RowReader;
  private readonly context: PlanContext;
  private readonly nameCounts = new Map<string, number>();
  private readonly seen = new Map<string, { row: number; id: string }>();
  private readonly duplicates: Duplicates;

  constructor(
    draft: ImportDraft,
    kind: K,
    source: ImportSource,
    reader: RowReader,
    context: PlanContext,
  ) {
    this.draft = draft;
    this.kind = kind;
    this.reader = reader;
    this.context = context;
    this.duplicates = new Duplicates(source, context);
    for (const row of source.table.rows) {
      const name = lookupKey(String(reader.cell(row, 'name') ?? ''));
      this.nameCounts.set(name, (this.nameCounts.get(name) ?? 0) + 1);
    }
  }

  /**
   * @param name empty when nothing is to be known by it
   * @returns id for the row's record, and the record if it is there already, from the project or from an earlier
   * row that this one adds to
   * @throws RowRefused when an earlier row has the same id or code, and rows are not to be merged
   * @throws RowSkipped when records of the project are to stay as they are
   */
  match(
    row: TableRow,
    name: string,
    code: string,
    { title, ground }: Besides<K> = { title: name, ground: null },
  ): { id: string; known: RecordOf<K> | null } {
    const own = ownId(this.reader.text(row, 'id'));
    const known = this.known(own, name, code) ?? sameUnlessCoded(ground, code);
    const free = own !== null && !this.draft.get(own) ? own : this.context.newId();
    const id = known?.id ?? free;
    const key = code || title;
    const earlier = this.seen.get(id) ?? (code === '' ? undefined : this.seen.get(code));
    if (earlier) {
      this.duplicates.repeated(row, key, title, earlier.row);
      return { id: earlier.id, known: this.draft.find(this.kind, earlier.id) ?? known };
    }
    if (known) this.duplicates.known(row, key, title, known.id);
    const entry = { row: row.number, id };
    this.seen.set(id, entry);
    if (code !== '') this.seen.set(code, entry);
    return { id, known };
  }

  private known(id: string | null, name: string, code: string): RecordOf<K> | null {
    const byId = id === null ? undefined : this.draft.find(this.kind, id);
    if (byId) return byId;
    const sameCode = code === '' ? [] : this.draft.lookup(this.kind, code);
    if (sameCode.length === 1) return sameCode[0] as RecordOf<K>;
    if (name === '' || this.nameCounts.get(lookupKey(name)) !== 1) return null;
    const [only, ...others] = this.draft.lookup(this.kind, name);
    if (!only || others.length > 0) return null;
    return id === null ? sameUnlessCoded(only, code) : null;
  }
}

/** The record, unless its code and the given one tell it to be another. */
function sameUnlessCoded<T extends { code: string }>(record: T | null, code: string): T | null {
  const contradicts = record && code !== '' && record.code !== '' && record.code !== code;
  return contradicts ? null : record;
}
