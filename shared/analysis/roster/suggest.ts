import type { ChainIndex } from '#shared/chain/chain-index.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import type { PostLevel } from '#shared/model/post.ts';
import { comparable, spellingRank } from '#shared/model/spelling.ts';
import { streetOf } from './street-of.ts';
import { spelt } from './text-matcher.ts';

/** What can be suggested for a field: people, units, or places of one level. */
export type SuggestedKind = 'person' | 'organisation' | PostLevel;

export interface Suggestion {
  id: string;
  name: string;
  /** What tells it from others of the same name: unit and phone, the unit or street above. */
  hint: string;
}

/**
 * The best few of a kind for what was typed, by Chinese, pinyin or initials, people also by phone;
 * nothing typed: the first few.
 */
export function suggest(
  index: ChainIndex,
  organisations: readonly Organisation[],
  { kind, text, limit }: { kind: SuggestedKind; text: string; limit: number },
): Suggestion[] {
  const query = comparable(text);
  const number = /^\d{3,}$/.test(query) ? query : null;
  const hits: { one: Suggestion; rank: number; order: number }[] = [];
  let order = 0;
  for (const one of candidates(index, organisations, kind)) {
    order++;
    const byName = query === '' ? 0 : spellingRank(spelt(one.name, kind === 'person'), query);
    const byPhone = number && one.phone.replaceAll(/\D/g, '').includes(number) ? 4 : null;
    const rank = byName ?? byPhone;
    if (rank === null) continue;
    hits.push({ one: { id: one.id, name: one.name, hint: one.hint() }, rank, order });
    if (query === '' && hits.length >= limit) break;
  }
  hits.sort((a, b) => a.rank - b.rank || a.order - b.order);
  return hits.slice(0, limit).map(({ one }) => one);
}

function* candidates(
  index: ChainIndex,
  organisations: readonly Organisation[],
  kind: SuggestedKind,
) {
  const units = new Map(organisations.map((unit) => [unit.id, unit]));
  const above = (id: string | null) => units.get(id ?? '')?.name ?? '';
  if (kind === 'organisation') {
    for (const { id, name, parentId } of organisations) {
      yield { id, name, phone: '', hint: () => above(parentId) };
    }
    return;
  }
  if (kind === 'person') {
    for (const { id, name, phone, organisationId } of index.roster.people.values()) {
      const hint = () => [above(organisationId), phone].filter((part) => part !== '').join(' · ');
      yield { id, name, phone, hint };
    }
    return;
  }
  for (const place of index.places.values()) {
    if (place.level !== kind) continue;
    const hint = () => {
      const street = streetOf(index, place);
      return street === place.id ? '' : (index.places.get(street ?? '')?.name ?? '');
    };
    yield { id: place.id, name: place.name, phone: '', hint };
  }
}
