/** West, south, east and north of what a row has. */
export type Box = [west: number, south: number, east: number, north: number];

/** A thing with a box: a row of the table by its key, or a node by its number. */
interface Boxed {
  id: number;
  box: Box;
}

export interface RtreeNode {
  /** From 1, which is the root. */
  number: number;
  /** Null for the root. */
  parent: number | null;
  isLeaf: boolean;
  /** Rows or nodes in it. */
  ids: number[];
  data: Uint8Array;
}

/** As SQLite makes them in pages of 4 kB: 51 entries of 24 bytes behind 4 bytes of a head. */
const nodeBytes = 1228;
const mostEntries = 51;

const single = new Float32Array(1);
const singleBits = new Int32Array(single.buffer);

/** The nearest number of 32 bits that is not over (or under) a number of 64: a box may grow, never shrink. */
function outward(value: number, up: boolean): number {
  single[0] = value;
  const rounded = single[0];
  if (up ? rounded >= value : rounded <= value) return rounded;
  if (rounded === 0) return up ? 1.401298464324817e-45 : -1.401298464324817e-45;
  // Away from nought is one more of the bits, whatever the sign.
  singleBits[0] = (singleBits[0] as number) + (up === rounded > 0 ? 1 : -1);
  return single[0];
}

/** The least box that has all others in it. */
export function boxAround(boxes: readonly Pick<Boxed, 'box'>[]): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { box: one } of boxes) {
    box[0] = Math.min(box[0], one[0]);
    box[1] = Math.min(box[1], one[1]);
    box[2] = Math.max(box[2], one[2]);
    box[3] = Math.max(box[3], one[3]);
  }
  return box;
}

/** Twice the middle of a box, from west to east or from south to north. */
const middle = ({ box }: Boxed, axis: 0 | 1) => box[axis] + (axis === 0 ? box[2] : box[3]);

/** So many parts of a list, as even as can be. */
function evenParts<T>(list: readonly T[], count: number): T[][] {
  return Array.from({ length: count }, (_, i) =>
    list.slice(Math.floor((i * list.length) / count), Math.floor(((i + 1) * list.length) / count)),
  );
}

/** Things that lie together, no more in a group than a node holds: in strips from west to east, each from south to north. */
function tiles(things: readonly Boxed[]): Boxed[][] {
  const count = Math.ceil(things.length / mostEntries);
  const strips = Math.ceil(Math.sqrt(count));
  const fromWest = things.toSorted((a, b) => middle(a, 0) - middle(b, 0));
  return evenParts(fromWest, strips).flatMap((strip) =>
    evenParts(
      strip.toSorted((a, b) => middle(a, 1) - middle(b, 1)),
      Math.ceil(strip.length / mostEntries),
    ),
  );
}

function dataOf(depth: number, entries: readonly Boxed[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(nodeBytes));
  view.setUint16(0, depth);
  view.setUint16(2, entries.length);
  entries.forEach(({ id, box: [west, south, east, north] }, i) => {
    const at = 4 + 24 * i;
    view.setBigInt64(at, BigInt(id));
    view.setFloat32(at + 8, outward(west, false));
    view.setFloat32(at + 12, outward(east, true));
    view.setFloat32(at + 16, outward(south, false));
    view.setFloat32(at + 20, outward(north, true));
  });
  return new Uint8Array(view.buffer);
}

/**
 * The nodes of an R-tree of two dimensions as SQLite keeps them (its `rtree` module), packed from all
 * boxes at once (sort-tile-recursive). There is a root even where there is no box.
 */
export function rtreeNodes(boxes: readonly Boxed[]): RtreeNode[] {
  const nodes: RtreeNode[] = [];
  const parents = new Map<number, number>();
  let last = 1;
  let level: readonly Boxed[] = boxes;
  let depth = 0;
  const put = (number: number, entries: readonly Boxed[], rootDepth: number) => {
    const ids = entries.map(({ id }) => id);
    if (depth > 0) for (const id of ids) parents.set(id, number);
    nodes.push({
      number,
      parent: null,
      isLeaf: depth === 0,
      ids,
      data: dataOf(rootDepth, entries),
    });
  };
  while (level.length > mostEntries) {
    level = tiles(level).map((entries): Boxed => {
      last += 1;
      put(last, entries, 0);
      return { id: last, box: boxAround(entries) };
    });
    depth += 1;
  }
  put(1, level, depth);
  return nodes.map((node) => ({ ...node, parent: parents.get(node.number) ?? null }));
}
