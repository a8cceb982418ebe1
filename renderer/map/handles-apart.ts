/** Pixels between neighbouring handles, on the whole, that a pointer can tell apart. */
const apartPx = 12;

/** Whether most vertices, in the order of their rings, lie far enough from the next one to be grasped. */
export function areApart(screen: readonly { x: number; y: number }[]): boolean {
  if (screen.length < 3) return screen.length > 0;
  const distances = screen.map(({ x, y }, i) => {
    const next = screen[(i + 1) % screen.length];
    return next ? Math.hypot(next.x - x, next.y - y) : 0;
  });
  distances.sort((a, b) => a - b);
  return (distances[distances.length >> 1] ?? 0) >= apartPx;
}
