import { tileHeader, tilePath } from '#shared/model/tile-address.ts';

/**
 * A tile by way of the server that serves the app: a page has no way to the network itself. The header
 * cannot be sent by other pages that the browser may have open. Null when there is no tile, or no server
 * any more.
 */
export async function askForTile(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const answer = await fetch(`${tilePath}?url=${encodeURIComponent(url)}`, {
      headers: { [tileHeader]: '1' },
      cache: 'no-store',
    });
    return answer.status === 200 ? new Uint8Array(await answer.arrayBuffer()) : null;
  } catch {
    return null;
  }
}
