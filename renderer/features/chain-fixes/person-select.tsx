import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { type SearchEntry, search } from '#renderer/features/search/search-index.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { isOnLeave } from '#shared/model/on-leave.ts';
import type { Person } from '#shared/model/person.ts';

/** As many as a list of choices shows at once. */
const shown = 50;

interface CommonProps {
  document: Document;
  /** Spellings of all people, from {@link useSearchIndex}. */
  entries: readonly SearchEntry[];
  /** Those on leave on this day say so. */
  on: string;
  label: string;
  /** People who are no choice. */
  without?: readonly string[];
  id?: string;
  autoFocus?: boolean;
  size?: 'small';
}

/** Chooses a person by name, pinyin, initials or phone. */
export function PersonSelect(
  props: CommonProps & { value?: string | undefined; onChange?: (id: string | undefined) => void },
) {
  const { value, onChange } = props;
  const choices = usePeople(props, value ? [value] : []);
  return <Select<string> {...choices} value={value} allowClear {...(onChange && { onChange })} />;
}

/** Chooses several people in the same way. */
export function PeopleSelect(
  props: CommonProps & { value?: string[]; onChange?: (ids: string[]) => void },
) {
  const { value = [], onChange } = props;
  const choices = usePeople(props, value);
  return (
    <Select<string[]> {...choices} mode="multiple" value={value} {...(onChange && { onChange })} />
  );
}

function usePeople(props: CommonProps, chosen: readonly string[]) {
  const { document, entries, on, without = [] } = props;
  const text = useText();
  const [typed, setTyped] = useState('');
  const people = useMemo(() => entries.filter(({ record }) => record.kind === 'person'), [entries]);
  const found = useMemo(() => {
    const digits = typed.replaceAll(/\D/g, '');
    const all: Person[] = [];
    if (typed.trim() === '') all.push(...document.all('person').slice(0, shown + without.length));
    else {
      for (const { record } of search(people, typed, shown)) all.push(record as Person);
      if (digits.length > 2) {
        const byPhone = document
          .all('person')
          .filter(({ phone }) => phone.replaceAll(/\D/g, '').includes(digits));
        all.push(...byPhone.slice(0, shown));
      }
    }
    for (const id of chosen) {
      const person = document.find('person', id);
      if (person) all.push(person);
    }
    return [...new Set(all)].filter(({ id }) => !without.includes(id));
  }, [document, people, typed, chosen, without]);
  const options = found.map((person) => {
    const unit = document.find('organisation', person.organisationId ?? '')?.name;
    const words = [
      person.name,
      person.phone || text('chain.noPhone'),
      unit,
      isOnLeave(person, on) ? text('chainFix.onLeave') : undefined,
    ];
    return { value: person.id, label: words.filter((word) => word !== undefined).join(' · ') };
  });
  return {
    options,
    showSearch: { filterOption: false, onSearch: setTyped },
    'aria-label': props.label,
    placeholder: text('chainFix.findPerson'),
    notFoundContent: text('chainFix.noPerson'),
    style: { width: '100%' },
    ...(props.id !== undefined && { id: props.id }),
    ...(props.autoFocus && { autoFocus: true }),
    ...(props.size && { size: props.size }),
  };
}
