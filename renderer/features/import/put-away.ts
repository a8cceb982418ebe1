import { nextTask } from '#shared/jobs/next-task.ts';

/** So many bytes are copied in a few milliseconds. */
const sliceBytes = 8 * 2 ** 20;

/** Bytes put away where the browser keeps them, outside the window's memory; slice by slice. */
export async function putAway(bytes: Uint8Array<ArrayBuffer> | Blob): Promise<Blob> {
  if (bytes instanceof Blob) return bytes;
  const slices: Blob[] = [];
  for (let from = 0; from < bytes.length; from += sliceBytes) {
    if (from > 0) await nextTask();
    slices.push(new Blob([bytes.subarray(from, from + sliceBytes)]));
  }
  return new Blob(slices);
}
