import type { Map as MapLibreMap } from 'maplibre-gl';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LayerOpacities } from '#shared/model/layer.ts';
import { pointSymbolsFromZoom } from './layers/symbols.ts';

/** Knows which kinds of points a map shows with their symbols, and tells when that changes. */
export class PointKindsInView {
  private readonly document: DocumentView;
  private told: string | null = null;

  constructor(document: DocumentView) {
    this.document = document;
  }

  tell(map: MapLibreMap, layers: LayerOpacities, tell: (kinds: string[]) => void): void {
    const kinds = new Set<string>();
    if (layers.points > 0 && map.getZoom() >= pointSymbolsFromZoom) {
      const bounds = map.getBounds();
      for (const { pointKind, position } of this.document.all('point')) {
        if (!kinds.has(pointKind) && bounds.contains(position)) kinds.add(pointKind);
      }
    }
    const sorted = [...kinds].sort();
    const key = sorted.join('\n');
    if (key === this.told) return;
    this.told = key;
    tell(sorted);
  }
}
