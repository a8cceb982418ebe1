import { tileTemplate } from '#shared/host/channels.ts';
import { HostError } from '#shared/host/host-error.ts';
import { tileHeader, tilePath, tileSwitchPath } from '#shared/model/tile-address.ts';

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

/** The address of tiles that the server has switched on; null while it is off, or there is no server any more. */
export async function askTileSource(): Promise<string | null> {
  try {
    const answer = await fetch(tileSwitchPath, {
      headers: { [tileHeader]: '1' },
      cache: 'no-store',
    });
    return tileTemplate.nullable().parse(await answer.json());
  } catch {
    return null;
  }
}

/** Switches tiles of an address on, or all off (null). @throws HostError when the server did not */
export async function turnTiles(template: string | null): Promise<void> {
  const answer = await fetch(tileSwitchPath, {
    method: 'PUT',
    headers: { [tileHeader]: '1', 'Content-Type': 'application/json' },
    body: JSON.stringify(template),
  }).catch(() => null);
  if (!answer?.ok) throw new HostError('browserHost.tilesUnreachable');
}
