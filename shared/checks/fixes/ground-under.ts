import type { DraftFinding } from '#shared/checks/finding.ts';
import type { Rule } from '#shared/model/rule.ts';
import { AreaIndex } from '#shared/geo/area-index.ts';
import { areaBounds, type Bounds } from '#shared/geo/bounds.ts';

/** Rules that tell of the ground on which a point is found to be wrong. */
const groundRules: Partial<Record<Rule, readonly Rule[]>> = {
  'uncovered-point': ['gap', 'mismatch'],
  'double-covered-point': ['overlap', 'duplicate', 'outside', 'mismatch'],
};

/** Whether a finding is about a point and so has no ground of its own. */
export function isAtPoint({ rule }: Pick<DraftFinding, 'rule'>): boolean {
  return groundRules[rule] !== undefined;
}

const boxes = new WeakMap<object, Bounds>();
const indexes = new WeakMap<object, AreaIndex>();

function isOver({ geometry }: DraftFinding, [x = 0, y = 0]: DraftFinding['at']): boolean {
  if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return false;
  let box = boxes.get(geometry);
  if (!box) {
    box = areaBounds(geometry);
    boxes.set(geometry, box);
  }
  if (x < box[0] || y < box[1] || x > box[2] || y > box[3]) return false;
  let index = indexes.get(geometry);
  if (!index) {
    index = new AreaIndex(geometry);
    indexes.set(geometry, index);
  }
  return index.locate([x, y], 0) !== 'outside';
}

/** The finding of the ground on which a point stands that is in no zone, or in several. */
export function groundUnder<F extends DraftFinding>(atPoint: F, findings: readonly F[]): F | null {
  const rules = groundRules[atPoint.rule] ?? [];
  const classes = atPoint.issueClasses?.join();
  const found = findings.find(
    (finding) =>
      rules.includes(finding.rule) &&
      (finding.rule === 'duplicate' || finding.issueClasses?.join() === classes) &&
      isOver(finding, atPoint.at),
  );
  return found ?? null;
}
