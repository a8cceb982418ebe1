import { otherCategories } from './coverage-classes.ts';

/** Names of issue classes in brackets, to be put behind a text; empty when all are meant. */
export function classScope(
  categories: readonly string[] | null,
  issueClasses: readonly { key: string; name: string }[],
): string {
  if (!categories) return '';
  const names = categories.map((category) => {
    if (category === otherCategories) return '…';
    return issueClasses.find(({ key }) => key === category)?.name ?? category;
  });
  return ` [${names.join(' · ')}]`;
}
