/** Longest address of a tile that is asked for. */
const longest = 2000;

/** Whether an address can be one of a tile: http or https, and no name or password in it. */
export function isTileAddress(url: string): boolean {
  if (url.length > longest || !URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
}

/** Path at which the browser host passes on a tile, and the header without which it does not. */
export const tilePath = '/online-tile';
export const tileHeader = 'X-Hengzong-Tile';

/** Tiles above so many bytes are refused. */
export const largestTile = 8 * 1024 ** 2;
