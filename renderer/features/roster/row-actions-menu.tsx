import { Button, Dropdown } from 'antd';
import { ChevronDown } from 'lucide-react';
import { useText } from '#renderer/ui/use-text.ts';

/** What can be done with the rows that are chosen. */
export function RowActionsMenu<Key extends string>(props: {
  count: number;
  items: readonly { key: Key; label: string; danger?: boolean }[];
  onAction: (key: Key) => void;
}) {
  const text = useText();
  const { count, items } = props;
  return (
    <Dropdown
      trigger={['click']}
      disabled={count === 0 || items.length === 0}
      menu={{
        items: items.map(({ key, label, danger = false }) => ({ key, label, danger })),
        onClick: ({ key }) => props.onAction(key as Key),
      }}
    >
      <Button size="small" disabled={count === 0 || items.length === 0}>
        {text('roster.actions', { count })}
        <ChevronDown size={13} aria-hidden />
      </Button>
    </Dropdown>
  );
}
