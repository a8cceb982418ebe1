/** UUIDs as 16 bytes each, or null when one is not written in lower case and would not come back. */
export function uuidsToBytes(ids: readonly string[]): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(ids.length * 16);
  for (let i = 0; i < ids.length; i++) {
    const digits = (ids[i] as string).replaceAll('-', '');
    if (!/^[0-9a-f]{32}$/.test(digits)) return null;
    for (let byte = 0; byte < 16; byte++) {
      bytes[i * 16 + byte] = Number.parseInt(digits.slice(byte * 2, byte * 2 + 2), 16);
    }
  }
  return bytes;
}

const hexadecimal = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The inverse of {@link uuidsToBytes}. */
export function bytesToUuids(bytes: Uint8Array): string[] {
  const ids: string[] = [];
  for (let start = 0; start < bytes.length; start += 16) {
    let id = '';
    for (let byte = 0; byte < 16; byte++) {
      if (byte === 4 || byte === 6 || byte === 8 || byte === 10) id += '-';
      id += hexadecimal[bytes[start + byte] as number];
    }
    ids.push(id);
  }
  return ids;
}
