import type { Map as MapLibreMap } from 'maplibre-gl';
import type { GroundMove } from '#shared/analysis/ground-moves.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { findingPins } from './finding-pins.ts';
import type { Contest, MapState } from './map-view-props.ts';
import { pulse } from './pulse.ts';
import { SourceFeed } from './source-feed.ts';
import { contestFeatures } from './sources/contest.ts';
import { activeFindingFeatures, findingFeatures } from './sources/findings.ts';
import { previewFeatures } from './sources/preview.ts';
import { selectionFeatures } from './sources/selection.ts';
import { uncoveredFeatures } from './sources/uncovered.ts';
import { type Ghost, ghostFeatures } from './tools/ghost.ts';

/** What marks places on the map: findings with their pins, the active one, the selection. */
export class Marks {
  private readonly findings = new SourceFeed('findings');
  private readonly pins = new SourceFeed('finding-pins');
  private readonly active = new SourceFeed('active-finding');
  private readonly preview = new SourceFeed('preview');
  private readonly uncovered = new SourceFeed('uncovered');
  private readonly selection = new SourceFeed('selection');
  private readonly contest = new SourceFeed('contest');
  private readonly ghost = new SourceFeed('ghost');
  private readonly changed: () => void;
  private stop: () => void = () => {};

  /** @param changed told when the feeds hold something to hand on */
  constructor(changed: () => void) {
    this.changed = changed;
  }

  get feeds(): SourceFeed[] {
    const { findings, pins, active, preview, uncovered, selection, contest, ghost } = this;
    return [findings, pins, active, preview, uncovered, selection, contest, ghost];
  }

  showFindings(findings: readonly Finding[], zoom: number): void {
    this.findings.replace(findingFeatures(findings));
    this.showPins(findings, zoom);
  }

  showPins(findings: readonly Finding[], zoom: number): void {
    this.pins.replace(findingPins(findings, zoom));
    this.changed();
  }

  showActive(finding: Finding | undefined): void {
    this.active.replace(activeFindingFeatures(finding));
    this.changed();
    this.stopPulse();
  }

  /** @param colourOf number of the colour that a zone has on the map */
  showPreview(
    preview: readonly GroundMove[] | null | undefined,
    colourOf: (zoneId: string) => number | null,
  ): void {
    this.preview.replace(previewFeatures(preview ?? [], colourOf));
    this.changed();
  }

  showSelection(
    document: DocumentView,
    state: MapState,
    previews?: ReadonlyMap<string, AnyRecord>,
  ): void {
    this.selection.replace(selectionFeatures(document, state, previews));
    this.changed();
  }

  showUncovered(document: DocumentView, { uncoveredIds }: Pick<MapState, 'uncoveredIds'>): void {
    this.uncovered.replace(uncoveredFeatures(document, uncoveredIds ?? []));
    this.changed();
  }

  showContest(contest: Contest | null | undefined): void {
    this.contest.replace(contestFeatures(contest));
    this.changed();
  }

  showGhost(ghosts: readonly Ghost[], invalid: boolean): void {
    this.ghost.replace(ghostFeatures(ghosts, invalid));
    this.changed();
  }

  /** One pulse at the active finding, after the flight that the map is on. */
  pulse(map: MapLibreMap): void {
    this.stop = pulse(map);
  }

  stopPulse(): void {
    this.stop();
    this.stop = () => {};
  }
}
