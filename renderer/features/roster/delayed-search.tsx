import { Input } from 'antd';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './roster.module.css';

/** Typing is passed on when it pauses this long, so that no answer is asked for that nobody reads. */
const pauseMs = 150;

/** Field to look through a list with. */
export function DelayedSearch(props: { value: string; onChange: (text: string) => void }) {
  const text = useText();
  const [typed, setTyped] = useState(props.value);
  const { value, onChange } = props;
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onChange(typed), pauseMs);
    return () => clearTimeout(timer);
  }, [typed, value, onChange]);
  return (
    <Input
      className={styles.search}
      size="small"
      allowClear
      prefix={<Search size={13} aria-hidden />}
      aria-label={text('roster.search')}
      placeholder={text('roster.search')}
      maxLength={200}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}
