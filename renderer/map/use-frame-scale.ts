import { type RefObject, useLayoutEffect, useState } from 'react';

/** How much larger a frame is than the height its picture is laid out for; 1 without such a height. */
export function useFrameScale(
  frame: RefObject<HTMLDivElement | null>,
  referenceHeight: number | undefined,
): number {
  const [scale, setScale] = useState(1);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || !referenceHeight) return;
    const measure = () => {
      if (element.clientHeight > 0) setScale(element.clientHeight / referenceHeight);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame, referenceHeight]);
  return scale;
}
