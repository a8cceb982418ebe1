/** Data that lies too far apart for the grid, as when one layer is in another unit. */
export class TooWideError extends RangeError {
  readonly x: number;
  readonly y: number;

  /** The position that is out of reach, in degrees or metres. */
  constructor(x: number, y: number) {
    super(`Position ${x}, ${y} is too far from the rest of the data`);
    this.x = x;
    this.y = y;
  }
}
