import { textWidth } from './page.ts';

/** Size of the map on the first page, in points. */
export const mapWidth = textWidth;
export const mapHeight = 336;
