const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Records by their names, for lists to choose from. */
export function byName<T extends { name: string }>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => collator.compare(a.name, b.name));
}
