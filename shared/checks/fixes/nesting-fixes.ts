import type { Defect } from '#shared/checks/horizontal/defect.ts';
import type { NestingFamily } from '#shared/checks/horizontal/nesting-families.ts';
import type { Fix } from '#shared/model/fix.ts';
import type { Level, LevelIndex } from './level-index.ts';

/** Share of its own ground from which on a child lies beyond its parent as a whole. */
const wholeShare = 1 - 1e-6;

/** Level of a family's parent; null for the district, whose outline is official and stays. */
function parentLevel({ parent }: NestingFamily, levels: LevelIndex): Level | null {
  return levels.get(parent.id)?.level ?? null;
}

/** Ids, those first of which a zone (or community) stands over the ground. */
function ownFirst(ids: readonly string[], { at }: Defect, levels: LevelIndex): string[] {
  const has = new Map(ids.map((id) => [id, levels.hasOwnAt(id, at)]));
  return ids.toSorted((a, b) => Number(has.get(b)) - Number(has.get(a)));
}

/**
 * Ground of a child beyond its parent. Where most of the child lies in another parent it may belong
 * there. Ground of another parent goes to a neighbour there; ground of none goes to the child's own
 * parent; else the child is cut back.
 */
function outsideFixes(defect: Defect, family: NestingFamily, levels: LevelIndex): Fix[] {
  const [childId = ''] = defect.zoneIds;
  const child = levels.get(childId);
  const level = parentLevel(family, levels);
  if (!child) return [];
  const cut: Fix[] = child.canChange ? [{ kind: 'cut-child', childId }] : [];
  if (level === null) return cut;
  const grow: Fix = { kind: 'grow-parent', parentId: family.parent.id };
  const [other, ...more] = levels.at(level, defect.at).filter(({ id }) => id !== family.parent.id);
  if (!other) return [grow, ...cut];
  const change: Fix = { kind: 'change-parent', childId, parentId: other.id };
  const share = defect.face.areaM2 / levels.areaOf(childId);
  const isMost = more.length === 0 && share > 0.5;
  // Nothing would be left of it.
  if (share > wholeShare) return isMost ? [change, grow] : [grow];
  const over = child.canChange ? levels.beside(defect.face.polygon, child.level, other.id) : [];
  const handOver = over
    .filter(({ id }) => id !== childId)
    .map(({ id }): Fix => ({ kind: 'hand-over', childId, toId: id }));
  const first = isMost ? [change] : [];
  return handOver.length > 0 ? [...first, ...handOver, grow, ...cut] : [...first, ...cut, grow];
}

/** Ways to make an area and its parent, or two areas of one level, agree about some ground. */
export function nestingFixes(defect: Defect, family: NestingFamily, levels: LevelIndex): Fix[] {
  const { zoneIds, kind } = defect;
  if (kind === 'outside') {
    // One piece of several children: each is told at its own ground as an overlap as well.
    return zoneIds.length === 1 ? outsideFixes(defect, family, levels) : cutAll(zoneIds, levels);
  }
  if (kind === 'overlap') {
    const bySize = zoneIds.toSorted((a, b) => levels.areaOf(a) - levels.areaOf(b));
    return ownFirst(bySize, defect, levels).map((childId) => ({ kind: 'keep-child', childId }));
  }
  const fill = ownFirst(zoneIds, defect, levels).map((childId): Fix => {
    return { kind: 'fill-parent', childId };
  });
  const isDistrict = parentLevel(family, levels) === null;
  return isDistrict ? fill : [...fill, { kind: 'shrink-parent', parentId: family.parent.id }];
}

function cutAll(zoneIds: readonly string[], levels: LevelIndex): Fix[] {
  return zoneIds.flatMap((childId): Fix[] =>
    levels.get(childId)?.canChange ? [{ kind: 'cut-child', childId }] : [],
  );
}

/**
 * One side of a mismatched border keeps its line: of two areas of one level either, the larger one
 * first; the parent, or the child where the parent is no outline.
 */
export function nestingBorderFixes(
  isBetween: boolean,
  childIds: readonly string[],
  family: NestingFamily,
  levels: LevelIndex,
): Fix[] {
  const keep = (areaId: string): Fix => ({ kind: 'keep-border', areaId });
  const canChange = (id: string) => levels.get(id)?.canChange ?? false;
  if (isBetween && childIds.length > 1) {
    const keepers = childIds.toSorted((a, b) => levels.areaOf(b) - levels.areaOf(a));
    return keepers
      .filter((id) => childIds.every((other) => other === id || canChange(other)))
      .map(keep);
  }
  const [only, ...more] = childIds;
  const fixes = childIds.every(canChange) ? [keep(family.parent.id)] : [];
  if (only !== undefined && more.length === 0 && parentLevel(family, levels) !== null) {
    fixes.push(keep(only));
  }
  return fixes;
}
