const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** So far is looked for the end of a row: one that is longer is rare, and what it costs is time alone. */
const reach = 2 ** 16;

/**
 * Where a row of a text may begin from byte `from` on: behind the next line end, though that may lie within
 * quotation marks. Null when there is none nearby.
 */
export async function rowStartAfter(file: Blob, from: number): Promise<number | null> {
  const bytes = new Uint8Array(await file.slice(from, from + reach).arrayBuffer());
  const lineEnd = bytes.indexOf(lineFeed);
  const end = lineEnd < 0 ? bytes.indexOf(carriageReturn) : lineEnd;
  return end < 0 ? null : from + end + 1;
}
