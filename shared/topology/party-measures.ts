import { emptyBox, type StepBox } from './box-grid.ts';

const sides = 4;

/**
 * Areas and boxes of parties that come and go, dense in memory: they are added up anew after each
 * change, so that rounding does not gather.
 */
export class PartyMeasures {
  private areas = new Float64Array(1024);
  private boxes = new Float64Array(sides * 1024);
  private readonly rows = new Map<string, number>();
  private readonly free: number[] = [];
  private used = 0;

  set(key: string, area: number, box: StepBox): void {
    let row = this.rows.get(key);
    if (row === undefined) {
      row = this.free.pop() ?? this.used++;
      this.rows.set(key, row);
      if (row >= this.areas.length) this.grow();
    }
    this.areas[row] = area;
    this.boxes.set(box, sides * row);
  }

  delete(key: string): void {
    const row = this.rows.get(key);
    if (row === undefined) return;
    this.rows.delete(key);
    this.free.push(row);
    this.areas[row] = 0;
    this.boxes.set(emptyBox, sides * row);
  }

  sum(): number {
    let sum = 0;
    for (let row = 0; row < this.used; row++) sum += this.areas[row]!;
    return sum;
  }

  /** The smallest box around all. */
  extent(): StepBox {
    const { boxes } = this;
    let [left, bottom, right, top] = emptyBox;
    for (let i = 0; i < sides * this.used; i += sides) {
      if (boxes[i]! < left) left = boxes[i]!;
      if (boxes[i + 1]! < bottom) bottom = boxes[i + 1]!;
      if (boxes[i + 2]! > right) right = boxes[i + 2]!;
      if (boxes[i + 3]! > top) top = boxes[i + 3]!;
    }
    return [left, bottom, right, top];
  }

  private grow(): void {
    const areas = new Float64Array(2 * this.areas.length);
    areas.set(this.areas);
    this.areas = areas;
    const boxes = new Float64Array(2 * this.boxes.length);
    boxes.set(this.boxes);
    this.boxes = boxes;
  }
}
