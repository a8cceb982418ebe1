import { ringedNear } from '#shared/edits/redraw/ringed-near.ts';
import { ringsOf } from '#shared/edits/vertices.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** The different vertices to which edges of zones lead from one of their vertices. */
export function verticesBeside(document: DocumentView, at: LonLat): LonLat[] {
  const found = new Map<string, LonLat>();
  for (const ring of ringedNear(document, [...at, ...at]).flatMap(ringsOf)) {
    const open = ring.slice(0, -1);
    open.forEach(([x, y], i) => {
      if (x !== at[0] || y !== at[1]) return;
      for (const next of [open.at(i - 1)!, open[(i + 1) % open.length]!]) {
        found.set(next.join(), next);
      }
    });
  }
  return [...found.values()];
}
