import type { Box } from './box-collider.ts';

/** Cells in each direction. */
const across = 256;
/** Of what covers more cells than this nothing is said. */
const mostCells = 64;

/**
 * A coarse picture of where some boxes are (one at least), to tell in a step or two of most others that
 * they meet none.
 */
export class BoxRaster {
  private readonly taken = new Uint8Array(across * across);
  private readonly left: number;
  private readonly bottom: number;
  private readonly right: number;
  private readonly top: number;
  /** Cells for each step. */
  private readonly perX: number;
  private readonly perY: number;

  constructor(boxes: readonly Box[]) {
    let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const box of boxes) {
      left = Math.min(left, box[0]);
      bottom = Math.min(bottom, box[1]);
      right = Math.max(right, box[2]);
      top = Math.max(top, box[3]);
    }
    this.left = left;
    this.bottom = bottom;
    this.right = right;
    this.top = top;
    this.perX = across / (right - left + 1);
    this.perY = across / (top - bottom + 1);
    for (const [minX, minY, maxX, maxY] of boxes) {
      const endX = Math.floor((maxX - left) * this.perX);
      const endY = Math.floor((maxY - bottom) * this.perY);
      for (let j = Math.floor((minY - bottom) * this.perY); j <= endY; j++) {
        const row = j * across;
        this.taken.fill(1, row + Math.floor((minX - left) * this.perX), row + endX + 1);
      }
    }
  }

  /** False where no box is met; true where one may be. */
  mayMeet(minX: number, minY: number, maxX: number, maxY: number): boolean {
    const { left, bottom, right, top, perX, perY, taken } = this;
    if (minX > right || maxX < left || minY > top || maxY < bottom) return false;
    const firstX = minX <= left ? 0 : Math.floor((minX - left) * perX);
    const firstY = minY <= bottom ? 0 : Math.floor((minY - bottom) * perY);
    const lastX = maxX >= right ? across - 1 : Math.floor((maxX - left) * perX);
    const lastY = maxY >= top ? across - 1 : Math.floor((maxY - bottom) * perY);
    if ((lastX - firstX + 1) * (lastY - firstY + 1) > mostCells) return true;
    for (let j = firstY; j <= lastY; j++) {
      for (let i = firstX; i <= lastX; i++) if (taken[j * across + i] === 1) return true;
    }
    return false;
  }
}
