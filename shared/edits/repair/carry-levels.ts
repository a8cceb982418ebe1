import { changesOf, type Patch, squashPatches } from '#shared/edits/patch.ts';
import { areaBounds, type Bounds } from '#shared/geo/bounds.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Area } from '#shared/model/geometry.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { coverageFaces } from '#shared/topology/coverage-faces.ts';
import type { Ground } from '#shared/topology/packed-coverage.ts';
import { assignGround, type Assignment } from '#shared/topology/repair/assign-ground.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { groundPatch, refusedOr } from './ground-patch.ts';
import { levelParts, type LevelPart, parentIdOf, withAncestors } from './level-parts.ts';
import { patchedView } from './patched-view.ts';

/** Ground of a zone before and after an edit. */
interface ZoneChange {
  id: string;
  before: Area | null;
  after: Area | null;
}

/** What stands in front of the id of a zone as it was before the edit. */
const was = 'was ';

function zoneChanges(patch: Patch): ZoneChange[] {
  const groundOf = (record: AnyRecord | null) =>
    record?.kind === 'zone' ? zoneGround(record) : null;
  return changesOf(patch).flatMap(([from, to]) => {
    const [before, after] = [groundOf(from), groundOf(to)];
    const id = to?.id ?? from?.id ?? '';
    return before === after ? [] : [{ id, before, after }];
  });
}

/** Boxes of the ground that one zone gains or loses. */
function changedBoxes({ before, after }: ZoneChange): Bounds[] {
  if (!before || !after) return [areaBounds(before ?? (after as Area))];
  const { gaps, outside } = coverageFaces({
    boundary: before,
    zones: [{ id: 'after', geometry: after }],
    exceptions: [],
    planar: false,
  });
  return [...gaps, ...outside].map(({ polygon }) => areaBounds(polygon));
}

/** Streets and communities over ground that has changed hands, brought in line with its zones. */
function choice(document: DocumentView, changes: readonly ZoneChange[]) {
  const [district] = document.all('district');
  const ids = changes.map(({ id }) => id);
  return (over: ReadonlySet<string>): Assignment | null => {
    if (!ids.some((id) => over.has(id) !== over.has(`${was}${id}`))) return null;
    const records = [...over].flatMap((id) => document.get(id) ?? []);
    const isOutside = district !== undefined && !over.has(district.id);
    const wanted = new Set(
      records.flatMap((record) =>
        record.kind === 'zone' ? withAncestors(document, parentIdOf(record) ?? '') : [],
      ),
    );
    const gain: string[] = [];
    const lose: string[] = [];
    for (const kind of ['street', 'community'] as const) {
      const there = records.flatMap((record) => (record.kind === kind ? [record.id] : []));
      const due = [...wanted].filter((id) => document.find(kind, id));
      const [one, ...more] = due;
      if (isOutside) lose.push(...there);
      else if (one === undefined || more.length > 0) continue;
      // Ground that one other area has alone is no fault of these borders: it stays.
      else if (there.length === 0) gain.push(one);
      else if (there.length > 1 && there.includes(one)) {
        lose.push(...there.filter((id) => id !== one));
      }
    }
    return { gain, lose };
  };
}

/**
 * A patch that changes the ground of zones, and with it streets and communities that have the very
 * same fault there: a gap goes to those of the zone that gets it, an overlap to those of the zone
 * that keeps it, and what lies outside is cut. Levels that are in order there stay as they are. Where
 * the levels cannot be made to fit, the patch is answered as it was.
 */
export function carryToLevels(document: DocumentView, patch: Patch): Patch {
  if (document.all('street').length + document.all('community').length === 0) return patch;
  const changes = zoneChanges(patch);
  const places = changes.flatMap(changedBoxes);
  if (places.length === 0) return patch;
  const view = patchedView(document, patch);
  const former = changes.flatMap(({ id, before }): LevelPart[] => {
    const geometry: Ground | null = before;
    return geometry ? [{ id: `${was}${id}`, geometry, mayChange: false }] : [];
  });
  const divided = refusedOr(view, () =>
    assignGround({
      parts: [...levelParts(view, places), ...former],
      places,
      planar: false,
      choose: choice(view, changes),
    }),
  );
  if ('refused' in divided || divided.answer.size === 0) return patch;
  const carried = groundPatch(view, divided.answer);
  return 'refused' in carried ? patch : squashPatches([patch, carried.patch]);
}
