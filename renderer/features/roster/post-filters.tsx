import { memo, useMemo } from 'react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { rowStates } from '#shared/analysis/roster/row-states.ts';
import type { Organisation } from '#shared/model/organisation.ts';
import { postLevel } from '#shared/model/post.ts';
import type { Role } from '#shared/model/scheme.ts';
import type { Street } from '#shared/model/street.ts';
import { byName } from './by-name.ts';
import { DelayedSearch } from './delayed-search.tsx';
import { FilterSelect } from './filter-select.tsx';
import { useRosterView } from './roster-view.ts';

const named = (items: readonly { id: string; name: string }[]) =>
  byName(items).map(({ id, name }) => ({ value: id, label: name }));

/**
 * What narrows the posts: words, street, level, role, unit, state. Its fields take long to render: they
 * are rendered anew only when one of the lists is another, not with every edit and every row chosen.
 */
export const PostFilters = memo(function PostFilters(props: {
  streets: readonly Street[];
  units: readonly Organisation[];
  roles: readonly Role[];
}) {
  const text = useText();
  const { posts: filter, filterPosts } = useRosterView();
  const streets = useMemo(() => named(props.streets), [props.streets]);
  const units = useMemo(() => named(props.units), [props.units]);
  const roles = props.roles.map(({ key, name }) => ({ value: key, label: name }));
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
});
