import type { Position } from 'geojson';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Stretch } from '#shared/topology/redraw/border-change.ts';
import { type BorderOptions, changeBorders } from './change-borders.ts';
import { onOutline, onSettledBorder } from './level-choice.ts';
import type { Refusal } from './refusal.ts';
import { type StretchArguments, zoneStretch } from './zone-stretch.ts';

/** From what is asked for to what fits where borders are near each other. */
const strengths = [1, 0.5, 0.25, 0.125];

const none = new Map<string, Position>();

function isChange({ from, to }: Stretch): boolean {
  return (
    from.length !== to.length || from.some((at, i) => at[0] !== to[i]![0] || at[1] !== to[i]![1])
  );
}

/**
 * Gives the parts of a stretch, from junction to junction, another course. Where a new course would meet
 * another border, a part gets less of it, or keeps its own. Without ends all borders of the zone
 * are meant but those that are the outline's or a settled area's.
 * @param reshape new course of a part; the strength goes from 1 down towards 0, which changes nothing
 */
export function reshapeStretch(
  document: DocumentView,
  args: StretchArguments & BorderOptions,
  reshape: (part: readonly Position[], strength: number) => Position[],
):
  | (Extract<ReturnType<typeof changeBorders>, { patch: unknown }> & { zoneName: string })
  | Refusal {
  const found = zoneStretch(document, args);
  if ('refused' in found) return found;
  const { zoneName } = found;
  const isAll = !args.from || !args.to;
  const parts = found.lines.flat().filter((part) => {
    if (!isAll) return true;
    const edges = part.slice(1).map((at, i): [Position, Position] => [part[i]!, at]);
    if (onOutline(document, edges)) return false;
    return args.levels === 'stay' || args.levels === 'move' || !onSettledBorder(document, edges);
  });
  const stretch = (part: Position[], strength: number): Stretch => ({
    from: part,
    to: reshape(part, strength),
  });
  const attempt = (stretches: readonly Stretch[]) =>
    changeBorders(document, { stretches, moves: none }, args);
  const whole = parts.map((part) => stretch(part, 1)).filter(isChange);
  if (whole.length === 0) return { refused: 'edit.refused.unchanged' };
  const at = attempt(whole);
  if ('patch' in at) return { ...at, zoneName };
  let best: ReturnType<typeof attempt> = at;
  const accepted: Stretch[] = [];
  for (const part of parts) {
    for (const strength of strengths) {
      const next = stretch(part, strength);
      if (!isChange(next)) break;
      const result = attempt([...accepted, next]);
      if ('refused' in result) continue;
      best = result;
      accepted.push(next);
      break;
    }
  }
  return 'patch' in best ? { ...best, zoneName } : best;
}
