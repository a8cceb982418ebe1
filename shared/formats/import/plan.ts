import type { Position } from 'geojson';
import type { CellValue, Table } from '#shared/formats/table.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';

/** One table with what it means. */
export interface ImportSource {
  /** Name of the file, for lists and for where records come from. */
  file: string;
  table: Table;
  mapping: TableMapping;
  /** Place in WGS84 of a position that columns give; none when they give it in WGS84. */
  toWgs84?: (position: Position) => Position;
}

/** Why a row is not used: a key under `import.reason` with its parameters. */
export interface Refusal {
  reason: string;
  params: Record<string, string | number>;
}

export interface RejectedRow extends Refusal {
  file: string;
  layer: string;
  row: number;
  columns: readonly string[];
  cells: readonly CellValue[];
}

/** Something the user should know about an import that goes ahead: a key under `import.note`. */
export interface ImportNote {
  key: string;
  params: Record<string, string | number>;
}

/** What counts as one thing in a summary: a kind of record, issues one by one. */
export type CountedKind = Exclude<RecordKind, 'issueChunk'> | 'issue';

export interface ImportPlan {
  /** Records to put: new ones, and changed ones under the id they have. */
  records: AnyRecord[];
  added: Partial<Record<CountedKind, number>>;
  updated: Partial<Record<CountedKind, number>>;
  /** Rows that say what is known already. */
  unchanged: number;
  rejected: RejectedRow[];
  notes: ImportNote[];
}

/** What planning may use of the world around it. */
export interface PlanContext {
  /** Day on which new posts begin, `YYYY-MM-DD`. */
  today: string;
  newId: () => string;
  /** Called every few thousand rows with the fraction done; may throw to end the planning. */
  pause: (fraction: number) => Promise<void>;
}

/** Thrown by the reading of one row; ends that row alone. */
export class RowRefused extends Error {
  readonly refusal: Refusal;

  constructor(reason: string, params: Record<string, string | number> = {}) {
    super(reason);
    this.refusal = { reason, params };
  }
}
