import type { Map as MapLibreMap } from 'maplibre-gl';
import { countIssues } from '#shared/analysis/filter-issues.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { LayerOpacities } from '#shared/model/layer.ts';
import { HeatLayer } from './heat/heat-layer.ts';
import { homeBounds } from './home-bounds.ts';
import { issueDots } from './issue-dots.ts';
import { fewIssues, issueDotsFromZoom } from './layers/symbols.ts';
import type { Bounds, HeatScale, MapState } from './map-view-props.ts';
import { SourceFeed } from './source-feed.ts';

/** Issues farther than this from the district are not part of the heat, in degrees. */
const heatMarginDegrees = 0.2;

/** The issues of a document on the map: as heat, and as dots where they are few or near. */
export class IssueDisplay {
  readonly dots = new SourceFeed('issues');
  readonly heat: HeatLayer;
  private readonly document: DocumentView;
  private readonly mayTurnOn: () => boolean;

  /** @param mayTurnOn whether somebody at this map can turn the heat on, so that its worker is to be ready */
  constructor(
    document: DocumentView,
    mayTurnOn: () => boolean,
    onScale: (scale: HeatScale | null) => void,
    onShown: () => void,
  ) {
    this.document = document;
    this.mayTurnOn = mayTurnOn;
    this.heat = new HeatLayer(onScale, onShown);
  }

  showHeat({ layers, theme, issueFilter, heatRadiusM }: MapState): void {
    if (layers.heat === 0) {
      this.heat.hide();
      // Issues may be imported any time, and are shown then.
      if (this.mayTurnOn()) this.heat.prepare();
      return;
    }
    const home = homeBounds(this.document);
    const options = {
      filter: issueFilter,
      radiusM: heatRadiusM,
      utcOffsetMinutes: this.utcOffsetMinutes(),
      within:
        home &&
        ([
          home[0] - heatMarginDegrees,
          home[1] - heatMarginDegrees,
          home[2] + heatMarginDegrees,
          home[3] + heatMarginDegrees,
        ] satisfies Bounds),
    };
    this.heat.show(this.document.all('issueChunk'), options, theme);
  }

  /** What of the layers can be drawn: the heat not before there is a picture of it. */
  drawable(layers: LayerOpacities): LayerOpacities {
    return this.heat.hasPicture ? layers : { ...layers, heat: 0 };
  }

  /** Gathers the dots in view of a map; the caller hands them on. */
  showDots({ layers, issueFilter: filter }: MapState, map: MapLibreMap): void {
    const chunks = this.document.all('issueChunk');
    const utcOffsetMinutes = this.utcOffsetMinutes();
    const shown =
      layers.issues > 0 &&
      (map.getZoom() >= issueDotsFromZoom ||
        countIssues(chunks, filter, utcOffsetMinutes, fewIssues + 1) <= fewIssues);
    if (!shown) {
      this.dots.replace([]);
      return;
    }
    const bounds = map.getBounds();
    this.dots.replace(
      issueDots(chunks, {
        bounds: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
        filter,
        utcOffsetMinutes,
        now: Date.now(),
      }),
    );
  }

  private utcOffsetMinutes(): number {
    return this.document.all('project')[0]?.utcOffsetMinutes ?? 480;
  }
}
