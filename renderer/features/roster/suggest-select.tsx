import { Select } from 'antd';
import { useState } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { useProject } from '#renderer/state/project.ts';
import type { SuggestedKind } from '#shared/analysis/roster/suggest.ts';
import styles from './roster.module.css';

interface SuggestSelectProps {
  kind: SuggestedKind;
  /** Name of the field. */
  label: string;
  placeholder?: string;
  autoFocus?: boolean;
  disabled?: boolean;
}

/** What a select offers for what is typed, beside what is chosen already. */
function useOptions(kind: SuggestedKind, chosen: readonly string[]) {
  const [typed, setTyped] = useState('');
  const document = useProject((state) => state.document);
  const { answer } = useAnswer('suggestions', { kind, text: typed.trim(), limit: 20 }, 'present');
  const offered = (answer ?? []).map(({ id, name, hint }) => ({ value: id, label: name, hint }));
  const known = chosen
    .filter((id) => !offered.some(({ value }) => value === id))
    .map((id) => {
      const record = document?.get(id);
      return { value: id, label: record && 'name' in record ? record.name : '', hint: '' };
    });
  return { options: [...offered, ...known], setTyped };
}

const look = {
  className: styles.wide,
  showSearch: { filterOption: false },
  notFoundContent: null,
} as const;

function Option(props: { label: string; hint: string }) {
  return (
    <span className={styles.option}>
      <span>{props.label}</span>
      <small>{props.hint}</small>
    </span>
  );
}

/** Field of a form for one person, unit or place, found by Chinese, pinyin or initials. */
export function SuggestSelect(
  props: SuggestSelectProps & { value: string | null; onChange: (id: string | null) => void },
) {
  const { options, setTyped } = useOptions(props.kind, props.value ? [props.value] : []);
  return (
    <Select
      {...look}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      allowClear
      autoFocus={props.autoFocus ?? false}
      disabled={props.disabled ?? false}
      aria-label={props.label}
      placeholder={props.placeholder}
      value={props.value}
      options={options}
      optionRender={({ data }) => <Option label={data.label} hint={data.hint} />}
      onChange={(id?: string | null) => {
        setTyped('');
        props.onChange(id ?? null);
      }}
    />
  );
}

/** The same for several people. */
export function SuggestMany(
  props: SuggestSelectProps & { value: readonly string[]; onChange: (ids: string[]) => void },
) {
  const { options, setTyped } = useOptions(props.kind, props.value);
  return (
    <Select
      {...look}
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setTyped }}
      aria-label={props.label}
      placeholder={props.placeholder}
      value={[...props.value]}
      options={options}
      optionRender={({ data }) => <Option label={data.label} hint={data.hint} />}
      onChange={(ids: string[]) => {
        setTyped('');
        props.onChange(ids);
      }}
    />
  );
}
