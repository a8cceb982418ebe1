import type { Document } from '#shared/edits/document.ts';
import type { Patch } from '#shared/edits/patch.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import { borderSource } from './sources/borders.ts';
import { districtSource } from './sources/district.ts';
import { exceptionSource } from './sources/exceptions.ts';
import { labelSource } from './sources/labels.ts';
import { pointSource } from './sources/points.ts';
import type { RecordSource } from './sources/record-source.ts';
import { teamSource } from './sources/teams.ts';
import { zoneSource } from './sources/zones.ts';

type Changes = Map<string, AnyRecord | null>;

/** All sources of the map that show records, kept in step with one document. */
export class RecordSources {
  readonly sources: readonly RecordSource[] = [
    exceptionSource(),
    zoneSource(),
    borderSource('community', 'communities'),
    borderSource('street', 'streets'),
    districtSource('district'),
    districtSource('district-soft'),
    pointSource(),
    teamSource(),
    labelSource(),
  ];
  private readonly document: Document;

  constructor(document: Document) {
    this.document = document;
    const changes = new Map<RecordKind, Changes>();
    for (const record of document.everything()) note(changes, record.kind, record.id, record);
    this.update(changes);
  }

  /** Follows patches of the document, already applied there. */
  apply(patch: Patch): void {
    const changes = new Map<RecordKind, Changes>();
    for (const [id, record] of Object.entries(patch.removed)) note(changes, record.kind, id, null);
    for (const [id, [from, to]] of Object.entries(patch.updated)) {
      if (from.kind !== to.kind) note(changes, from.kind, id, null);
      note(changes, to.kind, id, to);
    }
    for (const [id, record] of Object.entries(patch.added)) note(changes, record.kind, id, record);
    this.update(changes);
  }

  /** Draws records as given instead of as they are in the document, until they change there. */
  preview(records: readonly AnyRecord[]): void {
    for (const source of this.sources) source.preview?.(records);
  }

  private update(changes: ReadonlyMap<RecordKind, Changes>): void {
    for (const source of this.sources) {
      const concerned: Changes = new Map();
      for (const kind of source.kinds) {
        for (const [id, record] of changes.get(kind) ?? []) concerned.set(id, record);
      }
      if (concerned.size > 0) source.update(concerned, this.document);
    }
  }
}

function note(
  changes: Map<RecordKind, Changes>,
  kind: RecordKind,
  id: string,
  record: AnyRecord | null,
): void {
  let ofKind = changes.get(kind);
  if (!ofKind) {
    ofKind = new Map();
    changes.set(kind, ofKind);
  }
  ofKind.set(id, record);
}
