import { isTileAddress, largestTile } from '#shared/model/tile-address.ts';

const patienceMs = 15_000;

async function limited(answer: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!answer.body) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body) {
    size += part.length;
    if (size > largestTile) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/**
 * A picture of the map from an address that the user gave: the one thing the app ever asks of another
 * machine. Windows have no way to the network; they ask here, and get a picture or nothing. No
 * cookies are sent or kept.
 */
export async function fetchTile(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isTileAddress(url)) return null;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(patienceMs), redirect: 'error' });
    const type = answer.headers.get('content-type') ?? '';
    if (!answer.ok || !type.startsWith('image/') || type.startsWith('image/svg')) {
      await answer.body?.cancel();
      return null;
    }
    return await limited(answer);
  } catch {
    // No network, no answer in time, a redirection: the tile is missing.
    return null;
  }
}
