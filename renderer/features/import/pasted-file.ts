import type { DataFile } from '#shared/host/host.ts';

/** A pasted text as if it were a file. */
export function pastedFile(name: string, pasted: string): DataFile {
  return { name, bytes: new TextEncoder().encode(pasted) as Uint8Array<ArrayBuffer> };
}
