import type { TableRow } from '#shared/formats/table.ts';
import {
  type DuplicateChoice,
  type ImportDuplicate,
  type ImportSource,
  type PlanContext,
  RowRefused,
  RowSkipped,
} from './plan.ts';

export const usualDuplicates: DuplicateChoice = { known: 'merge', repeated: 'return' };

/** Tells of the rows of one table that have the key of another, and lets the user's choice decide. */
export class Duplicates {
  private readonly source: ImportSource;
  private readonly context: PlanContext;

  constructor(source: ImportSource, context: PlanContext) {
    this.source = source;
    this.context = context;
  }

  private get choice(): DuplicateChoice {
    return this.context.duplicates ?? usualDuplicates;
  }

  private tell(row: TableRow, rest: Omit<ImportDuplicate, 'file' | 'layer' | 'row'>): void {
    const { file, table } = this.source;
    this.context.onDuplicate?.({ file, layer: table.layer, row: row.number, ...rest });
  }

  /** A record has the row's key. @throws RowSkipped when it shall stay as it is */
  known(row: TableRow, key: string, name: string, recordId: string | null): void {
    this.tell(row, { key, name, of: 'known', earlier: null, recordId });
    if (this.choice.known === 'skip') throw new RowSkipped();
  }

  /** An earlier row has the row's key. @throws RowRefused when the row shall go back */
  repeated(row: TableRow, key: string, name: string, earlier: number): void {
    this.tell(row, { key, name, of: 'repeated', earlier, recordId: null });
    if (this.choice.repeated === 'return') throw new RowRefused('duplicate', { row: earlier });
  }
}
