import { useMemo } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import { peopleStates } from '#shared/analysis/roster/list-people.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { byName } from './by-name.ts';
import { DelayedSearch } from './delayed-search.tsx';
import { FilterSelect } from './filter-select.tsx';
import { useRosterView } from './roster-view.ts';

/** What narrows the people: words, unit, state. */
export function PeopleFilters(props: { document: DocumentView; revision: number }) {
  const text = useText();
  const { document, revision } = props;
  const { people: filter, filterPeople } = useRosterView();
  const units = useMemo(() => {
    void revision;
    return byName(document.all('organisation')).map(({ id, name }) => ({ value: id, label: name }));
  }, [document, revision]);
  return (
    <>
      <DelayedSearch value={filter.text} onChange={(typed) => filterPeople({ text: typed })} />
      <FilterSelect
        label={text('roster.filter.unit')}
        options={units}
        value={filter.unitId}
        onChange={(unitId) => filterPeople({ unitId })}
      />
      <FilterSelect
        label={text('roster.filter.state')}
        options={peopleStates.map((state) => ({
          value: state,
          label: text(`roster.peopleState.${state}`),
        }))}
        value={filter.state}
        onChange={(state) => filterPeople({ state })}
      />
    </>
  );
}
