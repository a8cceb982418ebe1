/** A text without the noughts and the old mark of its end (Ctrl Z) that some programs put behind it. */
export function withoutFilling(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 0 || text.charCodeAt(end - 1) === 0x1a)) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}
