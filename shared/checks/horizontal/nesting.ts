import { readable } from '#shared/checks/amount.ts';
import type { DraftFinding } from '#shared/checks/finding.ts';
import type { LevelIndex } from '#shared/checks/fixes/level-index.ts';
import { nestingBorderFixes, nestingFixes } from '#shared/checks/fixes/nesting-fixes.ts';
import type { Defect } from './defect.ts';
import { mismatchFinding } from './mismatch.ts';
import type { MismatchedStretch } from './mismatched-stretches.ts';
import type { NestingFamily } from './nesting-families.ts';

type NameOf = (id: string) => string;

/** Ground of a child outside its parent, of a parent outside its children, or of two children. */
export function nestingFinding(
  defect: Defect,
  family: NestingFamily,
  nameOf: NameOf,
  levels: LevelIndex,
): DraftFinding {
  const { parent, tiles } = family;
  const names = defect.zoneIds.map(nameOf).join('、');
  const params = { names, parent: parent.name, area: readable(defect.face.areaM2) };
  const unfilled = tiles === 'streets' ? 'nesting.without-street' : 'nesting.without-community';
  const key = { outside: 'nesting.outside', overlap: 'nesting.overlap', gap: unfilled };
  const gap = defect.kind === 'gap';
  return {
    rule: 'nesting',
    severity: 'warning',
    recordIds: gap ? [parent.id, ...defect.zoneIds] : [...defect.zoneIds, parent.id],
    areaM2: defect.face.areaM2,
    widthM: defect.widthM,
    lengthM: null,
    at: defect.at,
    geometry: defect.face.polygon,
    message: { key: key[defect.kind], params },
    fixes: nestingFixes(defect, family, levels),
  };
}

/** A border of a level that nearly agrees with its neighbour's or with the parent's. */
export function nestingStretch(
  stretch: MismatchedStretch,
  family: NestingFamily,
  nameOf: NameOf,
  levels: LevelIndex,
): DraftFinding {
  const { parent } = family;
  const draft = mismatchFinding(stretch, nameOf, null);
  const isBetween = draft.message.key === 'mismatch.zones';
  const key = isBetween ? 'nesting.border-between' : 'nesting.border-parent';
  return {
    ...draft,
    rule: 'nesting',
    recordIds: [...draft.recordIds, parent.id],
    message: { key, params: { ...draft.message.params, parent: parent.name } },
    fixes: nestingBorderFixes(isBetween, draft.recordIds, family, levels),
  };
}

/** All children lie off the parent's border alike, as in another coordinate system. */
export function nestingOffset(draft: DraftFinding, { parent }: NestingFamily): DraftFinding {
  return {
    ...draft,
    rule: 'nesting',
    severity: 'warning',
    recordIds: [parent.id, ...draft.recordIds],
    message: { key: 'nesting.offset', params: { ...draft.message.params, parent: parent.name } },
    // Not all zones, which lie where they are, but the level that is off.
    fixes: (draft.fixes ?? []).flatMap((fix) =>
      fix.kind === 'move-layer' ? [{ ...fix, kind: 'move-children', parentId: parent.id }] : [],
    ),
  };
}
