import type { Geometry } from 'geojson';

/**
 * A way to mend a finding, as plain data. The checks offer them with each finding, the one to take
 * where nobody chooses first; the edits carry them out.
 */
export type Fix =
  /** Ground without a zone goes to a zone beside it. */
  | { kind: 'give-ground'; zoneId: string }
  /** Ground without a zone becomes a zone of its own. */
  | { kind: 'new-zone' }
  /** Ground without a zone is excepted: nobody needs to answer for it. */
  | { kind: 'declare-exception' }
  /** Of the zones over the same ground this one keeps it. */
  | { kind: 'keep-ground'; zoneId: string }
  /** Two zones share the ground on which both stand, along its middle. */
  | { kind: 'split-ground'; zoneIds: [string, string] }
  /** Zones give up what lies beyond the outline. */
  | { kind: 'cut-outside' }
  /** Along a mismatched border this zone, or the outline (null), keeps its line. */
  | { kind: 'keep-line'; zoneId: string | null }
  /** The rings of a record are made valid. */
  | { kind: 'mend-rings'; recordId: string }
  /** Of zones with the same ground this one stays, the others are removed. */
  | { kind: 'keep-duplicate'; zoneId: string }
  /** All zones move together, by metres to the east and to the north. */
  | { kind: 'move-layer'; eastM: number; northM: number };

export type FixKind = Fix['kind'];

/** What a fix has to know of the finding it mends; every finding of ground is one. */
export interface FixTarget {
  recordIds: readonly string[];
  /** The ground in question, and its size in m². */
  areaM2: number | null;
  geometry: Geometry | null;
  /** Issue classes for which the finding holds; null when no zone is limited to any. */
  issueClasses: string[] | null;
}
