import { useEffect, useState } from 'react';

/** Goes round `count` stops for ever, `stayMs` at each; the whole district is stop -1, between rounds. */
export function useTour(count: number, stayMs: number): number {
  const [stop, setStop] = useState(-1);
  useEffect(() => {
    if (count === 0) return;
    const timer = setInterval(() => setStop((at) => (at + 1 >= count ? -1 : at + 1)), stayMs);
    return () => clearInterval(timer);
  }, [count, stayMs]);
  return Math.min(stop, count - 1);
}
