import type { DocumentView } from '#shared/model/document-view.ts';
import type { LevelFix } from '#shared/model/fix.ts';
import type { Assignment } from '#shared/topology/repair/assign-ground.ts';
import { parentIdOf, withAncestors } from './level-parts.ts';

export type LevelGroundFix = Exclude<LevelFix, { kind: 'change-parent' | 'move-children' }>;

type Choose = (over: ReadonlySet<string>) => Assignment | null;

/** Those of the same kind as any of `ids` that stand over a place, but for these. */
function others(document: DocumentView, ids: readonly string[], over: ReadonlySet<string>) {
  const kinds = new Set(ids.map((id) => document.get(id)?.kind));
  return [...over].filter((id) => !ids.includes(id) && kinds.has(document.get(id)?.kind));
}

/** Communities of streets over a place: where the street goes they have no business either. */
function communitiesOf(
  document: DocumentView,
  streetIds: readonly string[],
  over: ReadonlySet<string>,
): string[] {
  return [...over].filter((id) => {
    const streetId = document.find('community', id)?.streetId;
    return streetId !== undefined && streetId !== null && streetIds.includes(streetId);
  });
}

/** A parent takes over ground with all it belongs to; nothing of it lies beyond the outline. */
function grow(document: DocumentView, parentId: string): Choose {
  const chain = withAncestors(document, parentId);
  const [district] = document.all('district');
  return (over) => {
    if (district && !over.has(district.id)) return null;
    return { gain: chain, lose: others(document, chain, over) };
  };
}

/** One area keeps its line where it nearly agrees with another child, or with the parent. */
function keepBorder(document: DocumentView, areaId: string, recordIds: readonly string[]): Choose {
  const parentId = recordIds.at(-1) ?? '';
  const children = recordIds.slice(0, -1);
  const rest = children.filter((id) => id !== areaId);
  const growParent = grow(document, parentId);
  return (over) => {
    const isIn = over.has(parentId);
    const there = children.filter((id) => over.has(id));
    if (areaId === parentId) {
      if (!isIn) return { gain: [], lose: there };
      return there.length > 0 ? null : { gain: children.slice(0, 1), lose: [] };
    }
    if (rest.length > 0) {
      if (over.has(areaId)) return { gain: [], lose: rest };
      return there.length > 0 || !isIn ? null : { gain: rest.slice(0, 1), lose: [] };
    }
    if (over.has(areaId)) return growParent(over);
    return { gain: [], lose: [parentId] };
  };
}

/** Who gains and who loses a piece of ground of a finding by a fix between levels. */
export function levelChoice(
  document: DocumentView,
  fix: LevelGroundFix,
  recordIds: readonly string[],
): Choose {
  switch (fix.kind) {
    case 'cut-child':
      return (over) => ({
        gain: [],
        lose: [fix.childId, ...communitiesOf(document, [fix.childId], over)],
      });
    case 'hand-over':
      return () => ({ gain: [fix.toId], lose: [fix.childId] });
    case 'grow-parent':
      return grow(document, fix.parentId);
    case 'fill-parent':
      return () => ({ gain: [fix.childId], lose: [] });
    case 'shrink-parent':
      return () => ({ gain: [], lose: [fix.parentId] });
    case 'keep-child': {
      const parentId = parentIdOf(document.get(fix.childId));
      return (over) => {
        // A child of another parent is told by a finding of its own.
        const siblings = others(document, [fix.childId], over).filter(
          (id) => parentIdOf(document.get(id)) === parentId,
        );
        const isHeld = communitiesOf(document, [fix.childId], over).length > 0;
        const theirs = isHeld ? communitiesOf(document, siblings, over) : [];
        return { gain: [], lose: [...siblings, ...theirs] };
      };
    }
    case 'keep-border':
      return keepBorder(document, fix.areaId, recordIds);
  }
}
