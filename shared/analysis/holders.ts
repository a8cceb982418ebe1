/** Keys are spread over so many tables, so that none takes long to grow. */
const tableCount = 256;
const leastSize = 16;
const none = -1;

/** Mixes all bits of a key, a whole number from 0 below 2^53, into 32 (multipliers of MurmurHash3, public domain). */
function hashOf(key: number): number {
  let hash = Math.imul(key | 0, 0x85ebca6b) ^ Math.imul((key / 2 ** 32) | 0, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Pairs of key and holder, chained by hash. */
class HolderTable {
  private keys = new Float64Array(leastSize);
  private holders = new Int32Array(leastSize);
  /** The pair behind each in its chain, or in the list of free places. */
  private next = new Int32Array(leastSize);
  /** The first pair of each chain; as many as there is room for pairs. */
  private chains = new Int32Array(leastSize).fill(none);
  private used = 0;
  private free = none;

  add(hash: number, key: number, holder: number): void {
    const { keys, holders, next } = this;
    let chain = hash & (this.chains.length - 1);
    for (let at = this.chains[chain]!; at !== none; at = next[at]!) {
      if (keys[at] === key && holders[at] === holder) return;
    }
    if (this.free === none && this.used === keys.length) {
      this.grow();
      chain = hash & (this.chains.length - 1);
    }
    const place = this.free === none ? this.used++ : this.free;
    if (place === this.free) this.free = this.next[place]!;
    this.keys[place] = key;
    this.holders[place] = holder;
    this.next[place] = this.chains[chain]!;
    this.chains[chain] = place;
  }

  remove(hash: number, key: number, holder: number): void {
    const { keys, holders, next, chains } = this;
    const chain = hash & (chains.length - 1);
    let before = none;
    for (let at = chains[chain]!; at !== none; before = at, at = next[at]!) {
      if (keys[at] !== key || holders[at] !== holder) continue;
      if (before === none) chains[chain] = next[at]!;
      else next[before] = next[at]!;
      next[at] = this.free;
      this.free = at;
      return;
    }
  }

  of(hash: number, key: number): number[] {
    const { keys, holders, next } = this;
    const found: number[] = [];
    let at = this.chains[hash & (this.chains.length - 1)]!;
    for (; at !== none; at = next[at]!) if (keys[at] === key) found.push(holders[at]!);
    return found;
  }

  private grow(): void {
    const size = 2 * this.keys.length;
    const larger = <List extends Float64Array | Int32Array>(list: List, into: List): List => {
      into.set(list);
      return into;
    };
    this.keys = larger(this.keys, new Float64Array(size));
    this.holders = larger(this.holders, new Int32Array(size));
    this.next = larger(this.next, new Int32Array(size));
    this.chains = new Int32Array(size).fill(none);
    // Only a full table grows: each place holds a pair.
    for (let place = 0; place < this.used; place++) {
      const chain = hashOf(this.keys[place]!) & (size - 1);
      this.next[place] = this.chains[chain]!;
      this.chains[chain] = place;
    }
  }
}

/**
 * Which holders (small integers) have a key (whole numbers from 0 below 2^53). A district has millions of keys:
 * they lie in plain arrays, where no collection of garbage has to look at each.
 */
export class Holders {
  private readonly tables = Array.from({ length: tableCount }, () => new HolderTable());

  add(key: number, holder: number): void {
    const hash = hashOf(key);
    this.tableOf(hash).add(hash, key, holder);
  }

  remove(key: number, holder: number): void {
    const hash = hashOf(key);
    this.tableOf(hash).remove(hash, key, holder);
  }

  /** The holders of a key, in no particular order. */
  of(key: number): readonly number[] {
    const hash = hashOf(key);
    return this.tableOf(hash).of(hash, key);
  }

  private tableOf(hash: number): HolderTable {
    return this.tables[hash >>> 24]!;
  }
}
