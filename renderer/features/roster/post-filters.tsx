import { useMemo } from 'react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { rowStates } from '#shared/analysis/roster/row-states.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { postLevel } from '#shared/model/post.ts';
import { byName } from './by-name.ts';
import { DelayedSearch } from './delayed-search.tsx';
import { FilterSelect } from './filter-select.tsx';
import { useRosterView } from './roster-view.ts';

/** What narrows the posts: words, street, level, role, unit, state. */
export function PostFilters(props: { document: DocumentView; revision: number }) {
  const text = useText();
  const { document, revision } = props;
  const { posts: filter, filterPosts } = useRosterView();
  const { streets, roles, units } = useMemo(() => {
    void revision;
    const named = (items: readonly { id: string; name: string }[]) =>
      byName(items).map(({ id, name }) => ({ value: id, label: name }));
    return {
      streets: named(document.all('street')),
      units: named(document.all('organisation')),
      roles: (document.all('project')[0]?.schemes.roles ?? []).map(({ key, name }) => ({
        value: key,
        label: name,
      })),
    };
  }, [document, revision]);
  const states = [
    { value: 'current' as const, label: text('roster.filter.current') },
    ...rowStates.map((state) => ({ value: state, label: text(textKey(`roster.state.${state}`)) })),
  ];
  return (
    <>
      <DelayedSearch value={filter.text} onChange={(typed) => filterPosts({ text: typed })} />
      <FilterSelect
        label={text('roster.filter.street')}
        options={streets}
        value={filter.streetId}
        onChange={(streetId) => filterPosts({ streetId })}
      />
      <FilterSelect
        label={text('roster.filter.level')}
        options={postLevel.options.map((level) => ({
          value: level,
          label: text(`roster.level.${level}`),
        }))}
        value={filter.level}
        onChange={(level) => filterPosts({ level })}
      />
      <FilterSelect
        label={text('roster.filter.role')}
        options={roles}
        value={filter.role}
        onChange={(role) => filterPosts({ role })}
      />
      <FilterSelect
        label={text('roster.filter.unit')}
        options={units}
        value={filter.unitId}
        onChange={(unitId) => filterPosts({ unitId })}
      />
      <FilterSelect
        label={text('roster.filter.state')}
        options={states}
        value={filter.state}
        onChange={(state) => filterPosts({ state })}
      />
    </>
  );
}
