import type { Feature } from 'geojson';
import { drawableGeometry } from '#renderer/map/drawable-geometry.ts';
import type { GroundMove } from '#shared/analysis/ground-moves.ts';

/**
 * Ground that would change hands, each piece with its `part`: `zone` with the colour of the zone that
 * gets it, `new` for a zone that is not there yet and for
 * streets and communities, which have no colour, `exception`, and `nobody`.
 */
export function previewFeatures(
  moves: readonly GroundMove[],
  colourOf: (zoneId: string) => number | null,
): [id: string, feature: Omit<Feature, 'type'>][] {
  return moves.flatMap(({ polygon, to, kind }, i) => {
    const geometry = drawableGeometry(polygon);
    if (!geometry) return [];
    const colour = to === null ? null : colourOf(to);
    const isNew = (kind === 'zone' && colour === null) || kind === 'level';
    const part = isNew ? 'new' : kind;
    return [
      [String(i), { geometry, properties: { part, colour: colour ?? 0 } }] as [
        string,
        Omit<Feature, 'type'>,
      ],
    ];
  });
}
