import type { GeoJSONSource } from 'maplibre-gl';
import type { MapLibreMap } from './maplibre.ts';
import type { SourceFeed } from './source-feed.ts';

/** Hands the changes of all feeds on to the sources of a map, at most once a frame. */
export class SourceDispatch {
  private readonly feeds: readonly SourceFeed[];
  private map: MapLibreMap | null = null;
  /** Feeds whose changes are on their way to the map. */
  private busy = new Set<SourceFeed>();
  private frame = 0;

  constructor(feeds: readonly SourceFeed[]) {
    this.feeds = feeds;
  }

  /** Fills a map whose style has loaded and whose sources are empty; it is fed from now on. */
  attach(map: MapLibreMap): void {
    this.map = map;
    this.busy = new Set();
    for (const feed of this.feeds) feed.startAnew();
    this.flush();
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

  /** Hands on all changes now; of a feed with many, as fast as the map's worker takes them. */
  flush(): void {
    const { map, busy } = this;
    if (!map) return;
    for (const feed of this.feeds) {
      if (busy.has(feed)) continue;
      busy.add(feed);
      this.handOn(feed, map, busy)
        .catch((error: unknown) => console.error('map:', feed.sourceId, error))
        .finally(() => busy.delete(feed));
    }
  }

  private async handOn(feed: SourceFeed, map: MapLibreMap, busy: Set<SourceFeed>): Promise<void> {
    const source = map.getSource<GeoJSONSource>(feed.sourceId);
    if (!source) return;
    while (this.busy === busy) {
      const diff = feed.takeDiff();
      if (!diff) return;
      await source.updateData(diff);
    }
  }

  dispose(): void {
    cancelAnimationFrame(this.frame);
    this.map = null;
  }
}
