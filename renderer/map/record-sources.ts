import type { Document } from '#shared/edits/document.ts';
import type { Patch } from '#shared/edits/patch.ts';
import type { Steps } from '#shared/jobs/slices.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import { borderSource } from './sources/borders.ts';
import { disputeSource } from './sources/disputes.ts';
import { districtSource } from './sources/district.ts';
import { exceptionSource } from './sources/exceptions.ts';
import { labelSource } from './sources/labels.ts';
import { lockSource } from './sources/locks.ts';
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
    borderSource('baseUnit', 'baseUnits'),
    borderSource('community', 'communities'),
    borderSource('street', 'streets'),
    districtSource('district'),
    districtSource('district-soft'),
    disputeSource((zoneId) => this.colourOf(zoneId)),
    lockSource(),
    pointSource(),
    teamSource(),
    labelSource(),
  ];
  private readonly document: Document;
  /** How many of the sources hold the document by now, the one that is being filled included. */
  private begun = 0;

  /** @param document what {@link fill} takes the records from */
  constructor(document: Document) {
    this.document = document;
  }

  /** Fills one source after the other from the document, which may change between the steps. */
  *fill(): Steps {
    for (const source of this.sources) {
      const ids = source.kinds.flatMap((kind) => this.document.all(kind).map(({ id }) => id));
      this.begun += 1;
      if (source.fill) yield* source.fill(ids, this.document);
      else yield* this.fillByUpdates(source, ids);
    }
  }

  private *fillByUpdates(source: RecordSource, ids: readonly string[]): Steps {
    for (const id of ids) {
      const record = this.document.get(id);
      if (record && source.kinds.includes(record.kind)) {
        source.update(new Map([[id, record]]), this.document);
      }
      yield;
    }
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
    // The others will find the patch in the document.
    this.update(changes, this.sources.slice(0, this.begun));
  }

  /** Number of the colour that a zone is drawn in; null for zones without ground. */
  colourOf(zoneId: string): number | null {
    const zones = this.sources.find(({ feed }) => feed.sourceId === 'zones');
    const colour = zones?.feed.propertyOf(zoneId, 'colour');
    return typeof colour === 'number' ? colour : null;
  }

  /**
   * Draws records as given instead of as they are in the document, until they change there; those of
   * `hidden` not at all.
   */
  preview(records: readonly AnyRecord[], hidden: readonly string[] = []): void {
    for (const source of this.sources.slice(0, this.begun)) source.preview?.(records, hidden);
  }

  private update(
    changes: ReadonlyMap<RecordKind, Changes>,
    sources: readonly RecordSource[],
  ): void {
    for (const source of sources) {
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
