import { tileHeader, tilePath } from '#shared/model/tile-address.ts';

/**
 * A tile by way of the server that serves the app: a page has no way to the network itself. The header
 * cannot be sent by other pages that the browser may have open.
 */
export async function askForTile(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const answer = await fetch(`${tilePath}?url=${encodeURIComponent(url)}`, {
    headers: { [tileHeader]: '1' },
    cache: 'no-store',
  });
  if (answer.status !== 200) return null;
  return new Uint8Array(await answer.arrayBuffer());
}
