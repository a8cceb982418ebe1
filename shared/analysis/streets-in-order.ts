import type { Street } from '#shared/model/street.ts';

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Streets as an office lists them: by their codes, those without one by name after the others. */
export function streetsInOrder(streets: readonly Street[]): Street[] {
  return [...streets].sort(
    (a, b) =>
      Number(a.code === '') - Number(b.code === '') ||
      collator.compare(a.code, b.code) ||
      collator.compare(a.name, b.name),
  );
}
