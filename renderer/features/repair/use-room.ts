import { type RefObject, useLayoutEffect, useState } from 'react';

/** Width that one fix takes in a row at most, with the space beside it, in pixels. */
const fixPx = 148;
/** What the other columns of the findings take before both wide ones share the rest, in pixels. */
const othersPx = 400;

/** How many fixes a row of findings has room for, as wide as its list is now. */
export function useRoom(list: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(2);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const measure = () => {
      const column = Math.max(220, (element.clientWidth - othersPx) / 2);
      setRoom(Math.max(1, Math.floor(column / fixPx)));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [list]);
  return room;
}
