import { type RefObject, useEffect, useState } from 'react';

/** How near the pointer may come, in pixels; less than half of what is between the two places. */
const nearPx = 8;

/**
 * Whether an element that lies over the map has stepped aside, as it does each time the pointer comes to it:
 * what is drawn there would be hidden by what is told of it.
 */
export function useOutOfTheWay(element: RefObject<HTMLElement | null>, isShown: boolean): boolean {
  const [aside, setAside] = useState(false);
  useEffect(() => {
    if (!isShown) return;
    const onMove = ({ clientX: x, clientY: y }: PointerEvent) => {
      const box = element.current?.getBoundingClientRect();
      if (!box) return;
      const isNear =
        x > box.left - nearPx &&
        x < box.right + nearPx &&
        y > box.top - nearPx &&
        y < box.bottom + nearPx;
      if (isNear) setAside((was) => !was);
    };
    window.addEventListener('pointermove', onMove, true);
    return () => window.removeEventListener('pointermove', onMove, true);
  }, [element, isShown]);
  return aside;
}
