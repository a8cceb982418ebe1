import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { search } from '#renderer/features/search/search-index.ts';
import { useSearchIndex } from '#renderer/features/search/use-search-index.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { personOptions } from './person-options.ts';

const searched = ['person'] as const;

/**
 * Chooses one of the roster, found by name, pinyin or initials; people of a unit, and of those below it,
 * come first.
 */
export function PersonSelect(props: {
  document: Document;
  revision: number;
  organisationId: string | null;
  /** Who is not offered. */
  without?: string | null;
  /** Given by the form around it. */
  id?: string;
  value?: string;
  onChange?: (personId: string) => void;
  label?: string;
}) {
  const text = useText();
  const { document, revision, organisationId, without } = props;
  const options = useMemo(() => {
    void revision;
    return personOptions(document, organisationId, without ?? null, {
      own: text('people.own'),
      others: text('people.others'),
    });
  }, [document, revision, organisationId, without, text]);
  const entries = useSearchIndex(document, revision, searched);
  const [typed, setTyped] = useState('');
  const hits = useMemo(
    () => new Set(search(entries, typed, entries.length).map(({ record }) => record.id)),
    [entries, typed],
  );
  const found = (part: string, option?: { label: unknown; value?: unknown }) =>
    String(option?.label).includes(part) || hits.has(String(option?.value));
  return (
    <Select
      {...(props.id !== undefined && { id: props.id })}
      {...(props.label !== undefined && { 'aria-label': props.label })}
      value={props.value ?? null}
      showSearch={{ filterOption: found, onSearch: setTyped }}
      placeholder={text('people.choose')}
      options={options}
      popupMatchSelectWidth={320}
      style={{ width: '100%' }}
      onChange={(personId) => personId !== null && props.onChange?.(personId)}
    />
  );
}
