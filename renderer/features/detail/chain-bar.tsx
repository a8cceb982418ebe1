import { App, Button, DatePicker, Select, Tooltip } from 'antd';
import dayjs from 'dayjs';
import { memo } from 'react';
import { Copy } from 'lucide-react';
import { showDay, useAsOf } from '#renderer/state/as-of.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { IssueClass } from '#shared/model/scheme.ts';
import styles from './detail.module.css';

/** The day that chains are told for; by itself, since edits around it are no reason to render a calendar. */
const ChainDay = memo(function ChainDay() {
  const text = useText();
  const today = useToday();
  const day = useAsOf((state) => state.day);
  return (
    <DatePicker
      size="small"
      allowClear={false}
      value={dayjs(day ?? today)}
      onChange={(chosen) => showDay(chosen?.format('YYYY-MM-DD') ?? null)}
      aria-label={text('chain.day')}
      className={`${styles.day} ${day === null ? '' : styles.past}`}
    />
  );
});

/** What a chain is asked about: the day, where that matters the class of issue; and a way to take it along. */
export const ChainBar = memo(function ChainBar(props: {
  /** The chain as text; null while there is none. */
  copied: (() => string) | null;
  classes?: readonly IssueClass[];
  issueClass?: string | null;
  onIssueClass?: (key: string | null) => void;
}) {
  const text = useText();
  const { message } = App.useApp();
  const { copied, classes = [], onIssueClass } = props;
  const copy = () => {
    if (!copied) return;
    navigator.clipboard.writeText(copied()).then(
      () => message.success(text('chain.copied')),
      () => message.warning(text('chain.notCopied')),
    );
  };
  return (
    <div className={styles.bar}>
      <ChainDay />
      {onIssueClass && classes.length > 0 && (
        <Select
          size="small"
          className={styles.class}
          aria-label={text('chain.issueClass')}
          value={props.issueClass ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(key: string) => onIssueClass(key === '' ? null : key)}
          options={[
            { value: '', label: text('chain.anyClass') },
            ...classes.map(({ key, name }) => ({ value: key, label: name })),
          ]}
        />
      )}
      <Tooltip title={text('chain.copy')}>
        <Button
          size="small"
          type="text"
          icon={<Copy size={14} aria-hidden />}
          aria-label={text('chain.copy')}
          disabled={!copied}
          onClick={copy}
        />
      </Tooltip>
    </div>
  );
});
