const isFilling = (code: number | undefined): boolean => code === 0 || code === 0x1a;

/** Where a text in UTF-8 ends before what {@link withoutFilling} leaves away. */
export function endBeforeFilling(bytes: Uint8Array): number {
  let end = bytes.length;
  while (end > 0 && isFilling(bytes[end - 1])) end -= 1;
  return end;
}

/** A text without the noughts and the old mark of its end (Ctrl Z) that some programs put behind it. */
export function withoutFilling(text: string): string {
  let end = text.length;
  while (end > 0 && isFilling(text.charCodeAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}
