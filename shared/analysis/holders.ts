/**
 * Which holders (small integers) have a key. Almost every key has one or two, so a single holder is
 * stored as the number itself and no list is made for it.
 */
export class Holders {
  private readonly map = new Map<number, number | number[]>();

  add(key: number, holder: number): void {
    const known = this.map.get(key);
    if (known === undefined) this.map.set(key, holder);
    else if (typeof known === 'number') {
      if (known !== holder) this.map.set(key, [known, holder]);
    } else if (!known.includes(holder)) known.push(holder);
  }

  remove(key: number, holder: number): void {
    const known = this.map.get(key);
    if (known === holder) this.map.delete(key);
    else if (Array.isArray(known)) {
      const rest = known.filter((other) => other !== holder);
      this.map.set(key, rest.length === 1 ? (rest[0] as number) : rest);
    }
  }

  of(key: number): readonly number[] {
    const known = this.map.get(key);
    return known === undefined ? [] : typeof known === 'number' ? [known] : known;
  }
}
