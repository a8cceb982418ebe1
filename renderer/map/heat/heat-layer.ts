import type { ImageSource, Map as MapLibreMap } from 'maplibre-gl';
import { whenIdle } from '#renderer/ui/when-idle.ts';
import type { HeatScale } from '#renderer/map/map-view-props.ts';
import type { HeatOptions } from '#shared/analysis/heat-density.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import { heatScale } from './heat-colours.ts';
import type { HeatPicture, HeatReply, HeatRequest } from './heat-messages.ts';

/**
 * The heat of the map: sends issues and settings to a worker, and shows the density that comes back
 * as one image. Nothing is computed while the map moves, nor while the layer is hidden.
 */
export class HeatLayer {
  private worker: Worker | null = null;
  private readonly sent = new Map<string, IssueChunk>();
  private asked = '';
  private number = 0;
  private picture: HeatPicture | null = null;
  private map: MapLibreMap | null = null;
  private visible = false;
  private stopPreparing: (() => void) | null = null;
  private answered = 0;
  private readonly onScale: (scale: HeatScale | null) => void;
  private readonly onShown: () => void;

  constructor(onScale: (scale: HeatScale | null) => void, onShown: () => void) {
    this.onScale = onScale;
    this.onShown = onShown;
  }

  /** True while a density that was asked for is still to come. */
  get pending(): boolean {
    return this.worker !== null && this.number > this.answered;
  }

  /** Whether there is something to be seen. */
  get hasPicture(): boolean {
    return this.picture !== null;
  }

  /** Resolves once the density that was asked for last is shown, or could not be had. */
  async settled(): Promise<void> {
    while (this.pending) await new Promise((resolve) => setTimeout(resolve, 30));
  }

  /** Draws on this map from now on; its style must have loaded. */
  attach(map: MapLibreMap): void {
    this.map = map;
    this.draw();
  }

  /** Draws nowhere until the next map is attached. */
  detach(): void {
    this.map = null;
  }

  /** Shows the density of these issues; asks the worker only when something differs from before. */
  show(chunks: readonly IssueChunk[], options: HeatOptions, theme: 'light' | 'dark'): void {
    this.visible = true;
    let changed = false;
    const present = new Set<string>();
    for (const chunk of chunks) {
      present.add(chunk.id);
      if (this.sent.get(chunk.id) === chunk) continue;
      this.sent.set(chunk.id, chunk);
      const { count, longitude, latitude, issueClass, classes, status, foundAt } = chunk;
      const columns = { count, longitude, latitude, issueClass, classes, status, foundAt };
      this.send({ type: 'chunk', id: chunk.id, columns });
      changed = true;
    }
    for (const id of this.sent.keys()) {
      if (present.has(id)) continue;
      this.sent.delete(id);
      this.send({ type: 'chunk', id, columns: null });
      changed = true;
    }
    const key = JSON.stringify([options, theme]);
    if (!changed && key === this.asked) {
      this.tellScale();
      return;
    }
    this.asked = key;
    this.number += 1;
    this.send({ type: 'compute', number: this.number, options, theme });
  }

  /** The layer is hidden: nothing more is computed, what was asked for is still taken in. */
  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.onScale(null);
  }

  /** Starts the worker when the window has nothing else to do, so that who shows the layer does not wait for that. */
  prepare(): void {
    if (this.worker || this.stopPreparing) return;
    this.stopPreparing = whenIdle(() => {
      this.worker ??= this.startWorker();
    });
  }

  dispose(): void {
    this.stopPreparing?.();
    this.worker?.terminate();
    this.worker = null;
    this.map = null;
  }

  private send(request: HeatRequest): void {
    this.worker ??= this.startWorker();
    this.worker.postMessage(request);
  }

  private startWorker(): Worker {
    const worker = new Worker(new URL('./heat-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<HeatReply>) => {
      const reply = event.data;
      // An older question's answer: the newer one is on its way.
      if (reply.number !== this.number) return;
      this.answered = reply.number;
      if ('failed' in reply) {
        console.error('heat:', reply.failed);
        return;
      }
      this.picture = reply.picture;
      this.draw();
      this.tellScale();
      this.onShown();
    };
    worker.onerror = (event) => {
      console.error('heat:', event.message);
      worker.terminate();
      // The next change starts a new worker with everything it needs.
      this.worker = null;
      this.sent.clear();
      this.asked = '';
    };
    return worker;
  }

  private tellScale(): void {
    if (this.pending || !this.visible) return;
    const { picture } = this;
    this.onScale(picture && heatScale(picture, picture.top, picture.theme));
  }

  private draw(): void {
    const source = this.map?.getSource<ImageSource>('heat');
    if (!source) return;
    if (!this.picture) {
      source.updateImage({ image: new ImageData(1, 1) });
      return;
    }
    const { pixels, columns, rows, bounds } = this.picture;
    const { west, south, east, north } = bounds;
    source.updateImage({
      image: new ImageData(pixels, columns, rows),
      coordinates: [
        [west, north],
        [east, north],
        [east, south],
        [west, south],
      ],
    });
  }
}
