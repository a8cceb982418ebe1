const collator = new Intl.Collator('zh-CN', { numeric: true });

/**
 * The order of rows by what they say in one column (empty last, whichever way), rows that say the same
 * in the order in which they came. Each text is compared once, however many rows have it.
 */
export function sortOrder(values: readonly string[], down: boolean): Uint32Array<ArrayBuffer> {
  const distinct = [...new Set(values)].sort((a, b) => (down ? -1 : 1) * collator.compare(a, b));
  const rank = new Map(distinct.map((value, i) => [value, value === '' ? distinct.length : i]));
  const ranks = Uint32Array.from(values, (value) => rank.get(value) ?? 0);
  return Uint32Array.from(values.keys()).sort(
    (a, b) => (ranks[a] as number) - (ranks[b] as number) || a - b,
  );
}
