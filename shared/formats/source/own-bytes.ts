/**
 * Bytes that lie in memory of their own, as what is handed to another thread or a library must: those that
 * have theirs already are not copied, since they may be hundreds of megabytes.
 */
export function ownBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const { buffer, byteOffset, byteLength } = bytes;
  const isOwn =
    buffer instanceof ArrayBuffer && byteOffset === 0 && byteLength === buffer.byteLength;
  return isOwn ? new Uint8Array(buffer) : Uint8Array.from(bytes);
}
