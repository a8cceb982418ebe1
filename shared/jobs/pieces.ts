/** So much of a file is read at a time: a browser takes longer for smaller pieces. */
const pieceBytes = 16 * 2 ** 20;

/** The bytes of a file between two places, piece by piece; the next is on its way while one is worked on. */
export async function* piecesOf(
  file: Blob,
  from: number,
  to: number,
): AsyncGenerator<{ at: number; bytes: Uint8Array<ArrayBuffer> }, void, undefined> {
  const piece = (at: number) => file.slice(at, Math.min(at + pieceBytes, to)).arrayBuffer();
  let next = piece(from);
  for (let at = from; at < to; ) {
    const bytes = new Uint8Array(await next);
    next = piece(at + bytes.length);
    yield { at, bytes };
    at += bytes.length;
  }
}
