import { groupBy } from '#shared/geo/group-by.ts';
import type { Organisation } from '#shared/model/organisation.ts';

/** A line of the tree as it is shown. */
export interface UnitNode {
  unit: Organisation;
  /** 1 for units at the top. */
  level: number;
  parentId: string | null;
  hasChildren: boolean;
  open: boolean;
  /** Its place among those beside it, from 1, and how many these are. */
  position: number;
  size: number;
}

/**
 * The lines of the tree: beside each other line departments before blocks, then by name. A unit whose parent is not there, or that is above itself in a
 * circle, stands at the top, so that every unit is listed once. With `fits` only units that fit and
 * all above them are listed, all open.
 */
export function unitNodes(
  units: readonly Organisation[],
  isOpen: (id: string) => boolean,
  fits: ((unit: Organisation) => boolean) | null,
): UnitNode[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const shown = fits ? withAbove(units.filter(fits), byId) : null;
  const listed = units.filter(({ id }) => !shown || shown.has(id)).sort(inOrder);
  const parentOf = (unit: Organisation) => (hasTop(unit, byId) ? unit.parentId : null);
  const children = groupBy(listed, parentOf);
  const nodes: UnitNode[] = [];
  const add = (parentId: string | null, level: number) => {
    const siblings = children.get(parentId) ?? [];
    for (const [i, unit] of siblings.entries()) {
      const hasChildren = children.has(unit.id);
      const open = hasChildren && (shown !== null || isOpen(unit.id));
      const place = { level, parentId, position: i + 1, size: siblings.length };
      nodes.push({ unit, hasChildren, open, ...place });
      if (open) add(unit.id, level + 1);
    }
  };
  add(null, 1);
  return nodes;
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function inOrder(a: Organisation, b: Organisation): number {
  if (a.line !== b.line) return a.line === 'line' ? -1 : 1;
  return collator.compare(a.name, b.name);
}

/** Whether going up from a unit comes to an end at a unit of the list. */
function hasTop(unit: Organisation, byId: ReadonlyMap<string, Organisation>): boolean {
  const seen = new Set([unit.id]);
  for (let at: Organisation | undefined = unit; at.parentId !== null; ) {
    const above: Organisation | undefined = byId.get(at.parentId);
    if (!above) return at !== unit;
    if (seen.has(above.id)) return false;
    seen.add(above.id);
    at = above;
  }
  return true;
}

function withAbove(
  units: readonly Organisation[],
  byId: ReadonlyMap<string, Organisation>,
): Set<string> {
  const ids = new Set<string>();
  for (const unit of units) {
    for (let at: Organisation | undefined = unit; at && !ids.has(at.id); ) {
      ids.add(at.id);
      at = byId.get(at.parentId ?? '');
    }
  }
  return ids;
}
