import type { LonLat } from '#shared/model/primitives.ts';
import { arrowStep } from './arrow-step.ts';
import type { VertexDrag } from './map-view-props.ts';
import type { MapLibreMap } from './maplibre.ts';
import { reachAt } from './reach-at.ts';

/** Pixels within which another vertex draws the dragged one to it. */
const snapPx = 8;
/** Pixels that a pressed pointer may tremble before it drags. */
const tremblePx = 3;

/** A handle and where it is. */
export interface HandlePlace {
  index: number;
  position: LonLat;
}

interface Held extends HandlePlace {
  by: 'pointer' | 'keys';
}

interface Press {
  index: number;
  button: HTMLButtonElement;
  x: number;
  y: number;
  /** Where the map is in the window, once it is known: asking makes the browser lay all out. */
  box: DOMRect | null;
  /** Whether it drags by now, and does not merely tremble. */
  isGrabbed: boolean;
}

/** One handle held at a time, by the pointer or by the arrow keys. */
export class HandleDrag {
  private readonly drag: () => VertexDrag | undefined;
  private readonly onMove: (index: number, position: LonLat) => void;
  private readonly onEnd: (dropped: HandlePlace | null) => void;
  private held: Held | null = null;
  private press: Press | null = null;
  private last: PointerEvent | null = null;
  private frame = 0;

  /** @param onEnd told what was dropped and is to stay there; null where it goes back */
  constructor(
    drag: () => VertexDrag | undefined,
    onMove: (index: number, position: LonLat) => void,
    onEnd: (dropped: HandlePlace | null) => void,
  ) {
    this.drag = drag;
    this.onMove = onMove;
    this.onEnd = onEnd;
  }

  /** Where a handle is while it is held. */
  positionOf(index: number): LonLat | null {
    return this.held?.index === index ? this.held.position : null;
  }

  listen(button: HTMLButtonElement, index: number, map: () => MapLibreMap | null): void {
    // The map underneath must not pan, zoom or select.
    for (const type of ['mousedown', 'touchstart', 'click', 'dblclick'] as const) {
      button.addEventListener(type, (event) => event.stopPropagation());
    }
    button.addEventListener('pointerdown', (event) => {
      event.stopPropagation();
      if (event.button !== 0 || !event.isPrimary || this.held?.by === 'pointer') return;
      this.cancel();
      button.setPointerCapture(event.pointerId);
      button.focus({ preventScroll: true });
      this.press = {
        index,
        button,
        x: event.clientX,
        y: event.clientY,
        box: null,
        isGrabbed: false,
      };
      window.addEventListener('keydown', this.onKeyWhileDragging, true);
    });
    button.addEventListener('pointermove', (event) => this.follow(event, map));
    button.addEventListener('pointerup', (event) => {
      if (this.press?.button !== button) return;
      if (this.grab(event)) this.flush(event, map);
      this.finish('drop');
    });
    button.addEventListener('lostpointercapture', () => {
      if (this.press?.button === button) this.finish('cancel');
    });
    button.addEventListener('keydown', (event) => this.onKey(event, index));
    button.addEventListener('blur', () => {
      if (this.held?.by === 'keys') this.finish('cancel');
    });
  }

  /** Lets go of what is held; it goes back to where it was. */
  cancel(): void {
    this.finish('cancel');
  }

  private follow(event: PointerEvent, map: () => MapLibreMap | null): void {
    if (!this.press) return;
    this.last = event;
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.last) return;
      const wasGrabbed = this.press?.isGrabbed ?? false;
      if (!this.grab(this.last)) return;
      // To take hold of it costs a frame of its own: it follows the pointer from the next one on.
      if (wasGrabbed) this.flush(this.last, map);
      else this.follow(this.last, map);
    });
  }

  /** Takes hold of what is pressed once the pointer does more than tremble. Answers whether it is held. */
  private grab({ clientX, clientY }: PointerEvent): boolean {
    const { press } = this;
    const drag = this.drag();
    if (!press || !drag) return false;
    if (press.isGrabbed) return true;
    if (Math.hypot(clientX - press.x, clientY - press.y) < tremblePx) return false;
    press.isGrabbed = true;
    drag.grab(press.index, 'pointer');
    return true;
  }

  private flush(event: PointerEvent, map: () => MapLibreMap | null): void {
    const { press } = this;
    const drag = this.drag();
    const over = map();
    if (!press || !drag || !over) return;
    press.box ??= over.getContainer().getBoundingClientRect();
    const [x, y] = [event.clientX - press.box.left, event.clientY - press.box.top];
    const here = over.unproject([x, y]);
    const reach = reachAt(over, { x, y }, snapPx);
    const position = drag.move([here.lng, here.lat], event.altKey ? null : reach);
    this.hold(press.index, position, 'pointer');
  }

  private onKey(event: KeyboardEvent, index: number): void {
    const drag = this.drag();
    if (!drag || this.press || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = arrowStep(event);
    const isHeld = this.held?.index === index;
    if (step) {
      if (!isHeld) {
        this.cancel();
        drag.grab(index, 'keys');
      }
      const position = drag.nudge(...step);
      this.hold(index, position, 'keys');
    } else if (isHeld && event.key === 'Enter') this.finish('drop');
    else if (isHeld && event.key === 'Escape') this.finish('cancel');
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private readonly onKeyWhileDragging = (event: KeyboardEvent): void => {
    if (event.key === 'Alt') event.preventDefault();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.finish('cancel');
  };

  private hold(index: number, position: LonLat | null, by: Held['by']): void {
    if (position === null) {
      this.finish('cancel');
      return;
    }
    this.held = { index, position, by };
    this.onMove(index, position);
  }

  private finish(how: 'drop' | 'cancel'): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.last = null;
    const { held, press } = this;
    this.press = null;
    window.removeEventListener('keydown', this.onKeyWhileDragging, true);
    if (!held && !press?.isGrabbed) return;
    this.held = null;
    let stays = false;
    if (how === 'drop' && held) stays = this.drag()?.drop() ?? false;
    else this.drag()?.cancel();
    this.onEnd(stays ? held : null);
  }
}
