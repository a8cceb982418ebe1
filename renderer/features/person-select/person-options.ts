import type { DocumentView } from '#shared/model/document-view.ts';
import { organisationsBelow } from '#shared/analysis/held-by.ts';

interface Choice {
  value: string;
  label: string;
}

/** People to choose from: those of a unit and of all below it first, with their unit's name. */
export function personOptions(
  document: DocumentView,
  organisationId: string | null,
  without: string | null,
  titles: { own: string; others: string },
): { label: string; options: Choice[] }[] {
  const units = new Map(document.all('organisation').map(({ id, name }) => [id, name]));
  const near =
    organisationId === null
      ? new Set<string>()
      : organisationsBelow(document.all('organisation'), organisationId);
  const own: Choice[] = [];
  const others: Choice[] = [];
  for (const { id, name, organisationId: unit } of document.all('person')) {
    if (id === without) continue;
    const of = units.get(unit ?? '');
    const choice = { value: id, label: of === undefined ? name : `${name} · ${of}` };
    (near.has(unit ?? '') ? own : others).push(choice);
  }
  return [
    { label: titles.own, options: own },
    { label: titles.others, options: others },
  ].filter(({ options }) => options.length > 0);
}
