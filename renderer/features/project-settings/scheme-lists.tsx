import { Input, InputNumber } from 'antd';
import { useText } from '#renderer/ui/use-text.ts';
import type { IssueClass, PointKind, Schemes } from '#shared/model/scheme.ts';
import { EntryList } from './entry-list.tsx';
import { freshKey } from './fresh-key.ts';

interface ListProps<Entry> {
  entries: readonly Entry[];
  onChange: (entries: Entry[]) => void;
}

/** A field of an entry for words, named for screen readers by its column. */
function Words(props: { value: string; label: string; onChange: (value: string) => void }) {
  return (
    <Input
      value={props.value}
      aria-label={props.label}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

export function IssueClassList(props: ListProps<IssueClass>) {
  const text = useText();
  return (
    <EntryList
      {...props}
      tracks="2fr 1.5fr 120px"
      titles={[text('settings.entryName'), text('settings.group'), text('settings.days')]}
      empty={text('settings.emptyList')}
      fresh={() => ({ key: freshKey(), name: '', group: '', daysToClose: null })}
      fields={(entry, change) => (
        <>
          <Words
            value={entry.name}
            label={text('settings.entryName')}
            onChange={(name) => change({ name })}
          />
          <Words
            value={entry.group}
            label={text('settings.group')}
            onChange={(group) => change({ group })}
          />
          <InputNumber
            min={0.1}
            value={entry.daysToClose}
            aria-label={text('settings.days')}
            onChange={(daysToClose) => change({ daysToClose })}
          />
        </>
      )}
    />
  );
}

export function PointKindList(props: ListProps<PointKind>) {
  const text = useText();
  return (
    <EntryList
      {...props}
      tracks="2fr 1.5fr"
      titles={[text('settings.entryName'), text('settings.group')]}
      empty={text('settings.emptyList')}
      fresh={() => ({ key: freshKey(), name: '', group: '' })}
      fields={(entry, change) => (
        <>
          <Words
            value={entry.name}
            label={text('settings.entryName')}
            onChange={(name) => change({ name })}
          />
          <Words
            value={entry.group}
            label={text('settings.group')}
            onChange={(group) => change({ group })}
          />
        </>
      )}
    />
  );
}

export function NegativeList(props: ListProps<Schemes['negativeList'][number]>) {
  const text = useText();
  return (
    <EntryList
      {...props}
      tracks="1fr"
      titles={[text('settings.negativeText')]}
      empty={text('settings.emptyNegative')}
      fresh={() => ({ key: freshKey(), text: '' })}
      fields={(entry, change) => (
        <Words
          value={entry.text}
          label={text('settings.negativeText')}
          onChange={(text) => change({ text })}
        />
      )}
    />
  );
}
