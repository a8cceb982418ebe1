import type { MapLibreMap } from '#renderer/map/maplibre.ts';
import { reachAt } from '#renderer/map/reach-at.ts';
import type { ToolInput, ToolPointer } from './tool-input.ts';

/** Pixels within which things draw the pointer to them. */
export const reachPx = 9;
/** The same for a finger or a pen, which cover what they point at. */
const reachByTouchPx = 18;
/** Pixels that a pressed pointer may tremble and still click. */
const tremblePx = 4;

interface Press {
  id: number;
  x: number;
  y: number;
  /** The tool has taken hold. */
  held: boolean;
  moved: boolean;
}

/**
 * Tells the tool in hand of mouse, finger and pen; while there is one, clicks on the map do not select.
 * Ends with the map.
 * @param tool asked at each event; null while none is in hand
 */
export function listenToTool(map: MapLibreMap, tool: () => ToolInput | null): void {
  const container = map.getContainer();
  const canvas = map.getCanvas();
  const ending = new AbortController();
  const options = { capture: true, signal: ending.signal };
  let press: Press | null = null;
  /** The button went down under a tool: what follows is no click of the map, though the tool be put away. */
  let isOwn = false;
  let last: PointerEvent | null = null;
  let alt = false;
  let frame = 0;

  const pointerOf = (event: PointerEvent): ToolPointer => {
    const box = container.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const px = event.pointerType === 'mouse' ? reachPx : reachByTouchPx;
    const here = map.unproject([x, y]);
    return {
      position: [here.lng, here.lat],
      reach: reachAt(map, { x, y }, px),
      alt,
      shift: event.shiftKey,
    };
  };
  const flush = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    const event = last;
    const input = tool();
    if (!event || !input) return;
    if (press?.held) input.drag(pointerOf(event));
    else if (!press?.moved) input.hover(pointerOf(event));
  };
  const schedule = () => {
    frame ||= requestAnimationFrame(flush);
  };
  const drop = () => {
    const wasHeld = press?.held;
    press = null;
    if (wasHeld) tool()?.cancel();
  };
  const stop = (event: Event) => {
    if ((tool() || isOwn) && event.target === canvas) event.stopPropagation();
  };

  container.addEventListener(
    'pointerdown',
    (event) => {
      const input = tool();
      isOwn = input !== null;
      if (!input || event.target !== canvas || event.button !== 0) return;
      // A second finger means the map.
      if (!event.isPrimary) return drop();
      alt = event.altKey;
      last = event;
      const held = input.press(pointerOf(event));
      press = { id: event.pointerId, x: event.clientX, y: event.clientY, held, moved: false };
      if (held) canvas.setPointerCapture(event.pointerId);
      canvas.focus({ preventScroll: true });
    },
    options,
  );
  container.addEventListener(
    'pointermove',
    (event) => {
      if (!tool() || (press ? press.id !== event.pointerId : event.target !== canvas)) return;
      // It was let go where the window did not hear of it: nothing is carried without a button.
      if (press && event.buttons === 0) drop();
      if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > tremblePx) {
        press.moved = true;
      }
      alt = event.altKey;
      last = event;
      schedule();
    },
    options,
  );
  container.addEventListener(
    'pointerup',
    (event) => {
      const done = press;
      const input = tool();
      if (!done || done.id !== event.pointerId) return;
      press = null;
      // A move that still waits for its frame counts: it is where the pointer was let go.
      const isBehind = frame !== 0;
      cancelAnimationFrame(frame);
      frame = 0;
      if (done.held) {
        if (isBehind) input?.drag(pointerOf(event));
        input?.release(pointerOf(event));
      } else if (!done.moved) input?.click(pointerOf(event));
    },
    options,
  );
  container.addEventListener('pointercancel', drop, options);
  container.addEventListener(
    'lostpointercapture',
    ({ pointerId }) => press?.held && press.id === pointerId && drop(),
    options,
  );
  container.addEventListener(
    'pointerleave',
    () => {
      if (press?.held) return;
      last = null;
      tool()?.hover(null);
    },
    { signal: ending.signal },
  );
  // Neither pan nor zoom nor selection while the tool has the pointer.
  for (const type of ['mousedown', 'touchstart'] as const) {
    container.addEventListener(type, (event) => press?.held && event.stopPropagation(), options);
  }
  container.addEventListener('click', stop, options);
  container.addEventListener(
    'dblclick',
    (event) => {
      stop(event);
      if (event.target === canvas) tool()?.finish();
    },
    options,
  );
  const onAlt = (event: KeyboardEvent) => {
    if (event.key !== 'Alt' || !tool()) return;
    // Alt alone would go to the menu of the browser.
    event.preventDefault();
    alt = event.type === 'keydown';
    schedule();
  };
  window.addEventListener('keydown', onAlt, options);
  window.addEventListener('keyup', onAlt, options);
  map.on('remove', () => {
    ending.abort();
    cancelAnimationFrame(frame);
    drop();
  });
}
