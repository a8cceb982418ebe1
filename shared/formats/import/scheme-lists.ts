import type { RecordOf } from '#shared/model/record.ts';
import type { IssueClass, PointKind } from '#shared/model/scheme.ts';
import { type ImportDraft, lookupKey } from './import-draft.ts';
import { RowRefused } from './plan.ts';

type ListName = 'pointKinds' | 'issueClasses';

/** New entries that one import may bring; more of them mean that the wrong column was chosen. */
const newEntryLimit = 200;

/** The project's list of point kinds or issue classes, extended on the way where that is wished. */
export class SchemeList {
  private readonly list: ListName;
  private readonly addUnknown: boolean;
  private readonly fallback: string;
  private readonly draft: ImportDraft;
  private readonly keys = new Map<string, string>();
  /** Texts as rows have them, which most rows have in common. */
  private readonly met = new Map<string, string>();
  private readonly daysToClose = new Map<string, number | null>();
  readonly added: (IssueClass | PointKind)[] = [];

  constructor(
    draft: ImportDraft,
    list: ListName,
    options: { addUnknown: boolean; fallback: string },
  ) {
    this.draft = draft;
    this.list = list;
    this.addUnknown = options.addUnknown;
    this.fallback = options.fallback;
    const entries: readonly (IssueClass | PointKind)[] = this.project()?.schemes[list] ?? [];
    for (const entry of entries) {
      this.keys.set(lookupKey(entry.name), entry.key);
      if ('daysToClose' in entry) this.daysToClose.set(entry.key, entry.daysToClose as number);
    }
    for (const { key } of entries) this.keys.set(lookupKey(key), key);
  }

  /**
   * Key of the entry called `text`; an empty text means the fallback.
   * @throws RowRefused when it is unknown and may not be added.
   */
  keyOf(text: string): string {
    const met = this.met.get(text);
    if (met !== undefined) return met;
    const name = (text || this.fallback).trim();
    const known = this.keys.get(lookupKey(name));
    if (known !== undefined) {
      this.met.set(text, known);
      return known;
    }
    if (!this.addUnknown && text !== '') {
      throw new RowRefused('unknownEntry', { value: name.slice(0, 60) });
    }
    if (name.length > 64) throw new RowRefused('entryTooLong', { value: name.slice(0, 40) });
    if (this.added.length >= newEntryLimit) {
      throw new RowRefused('tooManyEntries', { limit: newEntryLimit });
    }
    const entry = { key: name, name, group: '' };
    this.added.push(this.list === 'issueClasses' ? { ...entry, daysToClose: null } : entry);
    this.keys.set(lookupKey(name), name);
    return name;
  }

  /** Days until an issue of a class is overdue; null when its class sets none. */
  daysOf(key: string): number | null {
    return this.daysToClose.get(key) ?? null;
  }

  /** Puts the extended list into the draft. */
  save(): void {
    const project = this.project();
    if (!project || this.added.length === 0) return;
    const schemes = {
      ...project.schemes,
      [this.list]: [...project.schemes[this.list], ...this.added],
    };
    this.draft.put({ ...project, schemes } as RecordOf<'project'>);
  }

  private project(): RecordOf<'project'> | undefined {
    return this.draft.all('project')[0];
  }
}
