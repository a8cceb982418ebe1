import { Select } from 'antd';
import { spelt } from '#shared/analysis/roster/text-matcher.ts';
import { comparable, spellingRank } from '#shared/model/spelling.ts';
import styles from './roster.module.css';

/** Narrows a list to one of several; nothing chosen: all. Found by Chinese, pinyin or initials. */
export function FilterSelect<Value extends string>(props: {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value | null;
  onChange: (value: Value | null) => void;
}) {
  const { label, options } = props;
  const fits = (typed: string, name: string) =>
    spellingRank(spelt(name, false), comparable(typed)) !== null;
  return (
    <Select
      className={styles.filter}
      size="small"
      allowClear
      showSearch={{ filterOption: (typed, option) => fits(typed, String(option?.label ?? '')) }}
      popupMatchSelectWidth={false}
      aria-label={label}
      placeholder={label}
      value={props.value}
      options={[...options]}
      onChange={(value?: Value | null) => props.onChange(value ?? null)}
    />
  );
}
