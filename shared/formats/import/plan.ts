import type { Geometry, Position } from 'geojson';
import type { CellValue, Table } from '#shared/formats/table.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import type { MatchEvidence } from '#shared/model/person-matcher.ts';
import type { AnyRecord, RecordKind } from '#shared/model/record.ts';
import type { CrsChoice } from './crs-choice.ts';
import type { BlocksOfTable } from './issue-facts-columns.ts';

/** One table with what it means. */
export interface ImportSource {
  /** Name of the file, for lists and for where records come from. */
  file: string;
  table: Table;
  mapping: TableMapping;
  /** Place in WGS84 of a position that columns give; none when they give it in WGS84. */
  toWgs84?: (position: Position) => Position;
  /** The system that the file's positions were in; none when nobody has to know. */
  system?: CrsChoice;
  /** Begins to have issues read by others, too, given the project's minutes before UTC; none where nobody does. */
  ahead?: ((offset: number) => BlocksOfTable) | undefined;
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
  /** In WGS84, where the row has one. */
  geometry: Geometry | null;
}

/** What to do with rows whose key another has already. */
export interface DuplicateChoice {
  /** A record of the project has the key: it is brought up to date, or stays as it is. */
  known: 'merge' | 'skip';
  /** An earlier row has the key: what this row says is added to it, or the row goes back. */
  repeated: 'merge' | 'return';
}

/** A row whose key another has already, for a look at it before anything is done. */
export interface ImportDuplicate {
  file: string;
  layer: string;
  row: number;
  /** What the row calls itself: code or number, else name. */
  key: string;
  name: string;
  of: 'known' | 'repeated';
  /** Row that came first; null for a record of the project. */
  earlier: number | null;
  /** Record concerned; null for an issue. */
  recordId: string | null;
}

/** Something the user should know about an import that goes ahead: a key under `import.note`. */
export interface ImportNote {
  key: string;
  params: Record<string, string | number>;
}

/** By what somebody whom a list names is known; `ambiguous` and `unknown` are not. */
export type ImportMatchKind = MatchEvidence | 'unit' | 'chosen' | 'new' | 'ambiguous' | 'unknown';

interface MatchedPerson {
  id: string;
  name: string;
  phone: string;
  unit: string;
}

/** Somebody whom a row names, and the person in the roster that is meant. */
export interface ImportMatch {
  file: string;
  row: number;
  /** Stands for the name as the list writes it; see {@link PlanContext.choices}. */
  key: string;
  name: string;
  phone: string;
  organisation: string;
  by: ImportMatchKind;
  person: MatchedPerson | null;
  candidates: MatchedPerson[];
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
  /** Rows with the key of a record, where they change it, or of an earlier row. */
  duplicates: ImportDuplicate[];
  /** Rows left out because the user wants records that are there to stay as they are. */
  skipped: number;
  notes: ImportNote[];
  /** People whom duty lists and teams name, with by what each was known. */
  matches: ImportMatch[];
}

/** What planning may use of the world around it. */
export interface PlanContext {
  /** Day on which new posts begin, `YYYY-MM-DD`. */
  today: string;
  newId: () => string;
  /** Whom the user means by a name that fits several: key of the name -> person's id. */
  choices?: Readonly<Record<string, string>>;
  /** What to do with rows whose key another has; the usual when left out. */
  duplicates?: DuplicateChoice;
  /** Told of each such row. */
  onDuplicate?: (duplicate: ImportDuplicate) => void;
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

/** Thrown by the reading of one row that is left out because the user wants it so. */
export class RowSkipped extends Error {}
