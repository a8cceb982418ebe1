import type { GeoJSONSource } from 'maplibre-gl';
import type { MapLibreMap } from './maplibre.ts';
import type { SourceFeed } from './source-feed.ts';

/** Hands the changes of all feeds on to the sources of a map, at most once a frame. */
export class SourceDispatch {
  private readonly feeds: readonly SourceFeed[];
  private map: MapLibreMap | null = null;
  private frame = 0;

  constructor(feeds: readonly SourceFeed[]) {
    this.feeds = feeds;
  }

  /** Fills a map whose style has loaded and whose sources are empty; it is fed from now on. */
  attach(map: MapLibreMap): void {
    this.map = map;
    for (const feed of this.feeds) {
      const source = map.getSource<GeoJSONSource>(feed.sourceId);
      if (source && feed.size > 0) void feed.fill(source);
    }
  }

  /** No map to feed until the next one is attached. */
  detach(): void {
    this.map = null;
  }

  /** Hands on all changes at the next frame. */
  schedule(): void {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.flush();
    });
  }

  /** Hands on all changes at once. */
  flush(): void {
    if (!this.map) return;
    for (const feed of this.feeds) {
      const diff = feed.takeDiff();
      if (!diff) continue;
      this.map
        .getSource<GeoJSONSource>(feed.sourceId)
        ?.updateData(diff)
        .catch((error: unknown) => console.error('map:', feed.sourceId, error));
    }
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.map = null;
  }
}
