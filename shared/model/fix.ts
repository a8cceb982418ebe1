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
  | { kind: 'move-layer'; eastM: number; northM: number }
  | LevelFix
  /** The point is taken out, or moved to the nearest place inside the outline. */
  | { kind: 'remove-point'; pointId: string }
  | { kind: 'move-point'; pointId: string };

/** Ways to make the levels (district, streets, communities, zones) agree with each other. */
export type LevelFix =
  /** An area gives up what lies beyond its parent. */
  | { kind: 'cut-child'; childId: string }
  /** Ground of an area beyond its parent goes to a neighbour that belongs there. */
  | { kind: 'hand-over'; childId: string; toId: string }
  /** The parent takes over the ground, and so does whatever it belongs to. */
  | { kind: 'grow-parent'; parentId: string }
  /** An area belongs to the parent in which most of it lies. */
  | { kind: 'change-parent'; childId: string; parentId: string }
  /** Ground of a parent that none of its children has goes to this one. */
  | { kind: 'fill-parent'; childId: string }
  /** A parent gives up ground that none of its children has. */
  | { kind: 'shrink-parent'; parentId: string }
  /** Of areas of one level over the same ground this one keeps it. */
  | { kind: 'keep-child'; childId: string }
  /** Along a mismatched border this area keeps its line and the others follow it. */
  | { kind: 'keep-border'; areaId: string }
  /** All children of a parent move together, by metres to the east and to the north. */
  | { kind: 'move-children'; parentId: string; eastM: number; northM: number };

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
