import type { LonLat } from '#shared/model/primitives.ts';
import type { MapVertex, VertexDrag } from './map-view-props.ts';
import type { MapLibreMap } from './maplibre.ts';
import { HandleDrag } from './handle-drag.ts';
import { areApart } from './handles-apart.ts';
import styles from './vertex-handles.module.css';

/** More in view would be a crowd, and slow. */
const mostInView = 400;

/**
 * Small handles at vertices: buttons above the map, so that keyboard and screen reader reach them.
 * They are there only while they are apart on the screen.
 */
export class VertexHandles {
  private readonly layer = document.createElement('div');
  private readonly buttons: HTMLButtonElement[] = [];
  /** Where each button was put last. */
  private readonly places: string[] = [];
  /** Where one was dropped, until the vertices are told anew. */
  private dropped: { index: number; position: LonLat } | null = null;
  private readonly drag: () => VertexDrag | undefined;
  private readonly onShown: (shown: boolean) => void;
  private readonly hold: HandleDrag;
  private vertices: readonly MapVertex[] = [];
  private map: MapLibreMap | null = null;
  private shown = false;

  /** @param drag told of moves; asked at each event. @param onShown whether handles can be seen */
  constructor(drag: () => VertexDrag | undefined, onShown: (shown: boolean) => void) {
    this.drag = drag;
    this.onShown = onShown;
    this.layer.className = styles.layer ?? '';
    this.layer.dataset['testid'] = 'vertex-handles';
    this.hold = new HandleDrag(
      drag,
      (index, position) => this.put(index, position),
      (dropped) => {
        this.dropped = dropped;
        this.place();
      },
    );
  }

  /** Stands above this map from now on. */
  attach(map: MapLibreMap): void {
    this.hold.cancel();
    this.map = map;
    map.getCanvasContainer().append(this.layer);
    map.on('move', () => this.place());
    map.on('moveend', () => this.refresh());
    map.on('resize', () => this.refresh());
    this.refresh();
  }

  show(vertices: readonly MapVertex[]): void {
    this.vertices = vertices;
    this.dropped = null;
    this.refresh();
  }

  dispose(): void {
    this.hold.cancel();
    this.layer.remove();
    this.map = null;
  }

  /** Shows the handles in view if they are apart. */
  private refresh(): void {
    const { map } = this;
    if (!map) return;
    const screen = this.vertices.map(({ position }) => map.project(position));
    // By the canvas: to ask the container makes the browser lay the whole window out, after each edit.
    const { width, height } = map.getCanvas();
    const [right, bottom] = [width / map.getPixelRatio(), height / map.getPixelRatio()];
    const inView = screen.filter(({ x, y }) => x >= 0 && y >= 0 && x <= right && y <= bottom);
    const shown = inView.length > 0 && inView.length <= mostInView && areApart(screen);
    this.layer.hidden = !shown;
    if (!shown) this.hold.cancel();
    while (this.buttons.length < this.vertices.length) this.add();
    this.buttons.forEach((button, index) => {
      const vertex = this.vertices[index];
      button.hidden = vertex === undefined;
      if (vertex && button.getAttribute('aria-label') !== vertex.label) {
        button.setAttribute('aria-label', vertex.label);
      }
    });
    this.place();
    if (shown !== this.shown) {
      this.shown = shown;
      this.onShown(shown);
    }
  }

  private add(): void {
    const index = this.buttons.length;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = styles.handle ?? '';
    this.hold.listen(button, index, () => this.map);
    button.addEventListener('focus', () => this.drag()?.focus(index));
    button.addEventListener('blur', () => this.drag()?.focus(null));
    this.buttons.push(button);
    this.layer.append(button);
  }

  private place(): void {
    if (this.layer.hidden) return;
    this.vertices.forEach(({ position }, index) => {
      const { dropped } = this;
      const put = dropped?.index === index ? dropped.position : position;
      this.put(index, this.hold.positionOf(index) ?? put);
    });
  }

  private put(index: number, position: LonLat): void {
    const at = this.map?.project(position);
    const button = this.buttons[index];
    if (!at || !button) return;
    const place = `translate(${at.x}px, ${at.y}px)`;
    if (this.places[index] === place) return;
    this.places[index] = place;
    button.style.transform = place;
  }
}
