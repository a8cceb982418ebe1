import type { AreaBalance, DraftFinding, NothingReason } from './finding.ts';

export interface CoverageReport {
  nothing: NothingReason | null;
  areas: AreaBalance | null;
  /** Ground of the zones that were checked (m²), known without a boundary too. */
  coveredM2: number;
  findings: DraftFinding[];
  /** What is worth a look though no rule forbids it. */
  notes: DraftFinding[];
}

/** What is found for a group of issue classes. */
export type ClassReport = Omit<CoverageReport, 'nothing' | 'notes'>;
