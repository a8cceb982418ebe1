/** Longest address of a tile that is asked for. */
const longest = 2000;

/** Whether an address can be one of a tile: http or https, and no name or password in it. */
export function isTileAddress(url: string): boolean {
  if (url.length > longest || !URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
}

/** Longest address with its placeholders. */
const longestTemplate = 1000;

/** What may stand in an address in the place of each placeholder. */
const placeholders: Readonly<Record<string, string>> = {
  '{z}': '\\d{1,2}',
  '{x}': '\\d{1,8}',
  '{y}': '\\d{1,8}',
  '{-y}': '\\d{1,8}',
  '{s}': '[0-7]',
  // As encodeURIComponent writes a token: nothing of it can lead to another server or path.
  '{tk}': "[\\w.!~*'()%-]*",
};
const anyPlaceholder = /\{(?:z|x|-?y|s|tk)\}/g;

/** Whether an address has a place for column, row and zoom, and is one of a tile once they are filled in. */
export function isTileTemplate(template: string): boolean {
  const isPlaced = ['{z}', '{x}'].every((part) => template.includes(part));
  if (!isPlaced || !/\{-?y\}/.test(template) || template.length > longestTemplate) return false;
  return isTileAddress(template.replaceAll(anyPlaceholder, '0'));
}

/** Whether an address is that of a tile of this template and of no other. */
export function fitsTemplate(url: string, template: string): boolean {
  const parts = template
    .split(anyPlaceholder)
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const between = template.match(anyPlaceholder) ?? [];
  const form = parts.map((part, i) => part + (placeholders[between[i] ?? ''] ?? '')).join('');
  return isTileAddress(url) && new RegExp(`^${form}$`).test(url);
}

/** Path at which the browser host tells, and is told, which address of tiles is switched on. */
export const tileSwitchPath = '/online-tiles';

/** Path at which the browser host passes on a tile, and the header without which it does not. */
export const tilePath = '/online-tile';
export const tileHeader = 'X-Hengzong-Tile';

/** Tiles above so many bytes are refused. */
export const largestTile = 8 * 1024 ** 2;
