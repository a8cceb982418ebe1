/** Metres that an arrow key moves something, and with Shift held down. */
const stepM = 1;
const fineStepM = 0.1;

const arrows: Record<string, [east: number, north: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** By how many metres a key moves what is held; null when it is no arrow. */
export function arrowStep(event: KeyboardEvent): [eastM: number, northM: number] | null {
  const arrow = arrows[event.key];
  if (!arrow) return null;
  const metres = event.shiftKey ? fineStepM : stepM;
  return [arrow[0] * metres, arrow[1] * metres];
}
