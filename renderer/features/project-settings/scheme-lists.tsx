import { Checkbox, Input, InputNumber, Select } from 'antd';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { type PostLevel, postLevel } from '#shared/model/post.ts';
import type { IssueClass, PointKind, Role, Schemes } from '#shared/model/scheme.ts';
import { EntryList } from './entry-list.tsx';

interface ListProps<Entry> {
  entries: readonly Entry[];
  onChange: (entries: Entry[]) => void;
}

/** Short key for a new entry: records refer to it, so it never changes when the name does. */
const freshKey = () => crypto.randomUUID().slice(0, 8);

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
          <Input
            value={entry.name}
            aria-label={text('settings.entryName')}
            onChange={(event) => change({ name: event.target.value })}
          />
          <Input
            value={entry.group}
            aria-label={text('settings.group')}
            onChange={(event) => change({ group: event.target.value })}
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
          <Input
            value={entry.name}
            aria-label={text('settings.entryName')}
            onChange={(event) => change({ name: event.target.value })}
          />
          <Input
            value={entry.group}
            aria-label={text('settings.group')}
            onChange={(event) => change({ group: event.target.value })}
          />
        </>
      )}
    />
  );
}

export function RoleList(props: ListProps<Role>) {
  const text = useText();
  return (
    <EntryList
      {...props}
      tracks="2fr 140px 120px"
      titles={[text('settings.entryName'), text('settings.level'), text('settings.required')]}
      empty={text('settings.emptyList')}
      fresh={(): Role => ({ key: freshKey(), name: '', group: '', level: 'zone', required: true })}
      fields={(entry, change) => (
        <>
          <Input
            value={entry.name}
            aria-label={text('settings.entryName')}
            onChange={(event) => change({ name: event.target.value })}
          />
          <Select<PostLevel>
            value={entry.level}
            aria-label={text('settings.level')}
            options={postLevel.options.map((level) => ({
              value: level,
              label: text(textKey(`kind.${level}`)),
            }))}
            onChange={(level) => change({ level })}
          />
          <Checkbox
            checked={entry.required}
            onChange={(event) => change({ required: event.target.checked })}
          >
            {text('settings.required')}
          </Checkbox>
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
        <Input
          value={entry.text}
          aria-label={text('settings.negativeText')}
          onChange={(event) => change({ text: event.target.value })}
        />
      )}
    />
  );
}
