import { Dropdown } from 'antd';
import type { KeyboardEvent } from 'react';
import styles from '#renderer/features/repair/repair.module.css';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { ChainFix } from '#shared/model/chain-fix.ts';
import { chainFixWords } from './chain-fix-words.ts';
import { useChainFixPress } from './use-chain-fix-press.ts';

/** The fixes of a finding of the chain: as many as there is room for as words, the others behind “…”. */
export function ChainFixActions(props: {
  finding: Finding;
  /** How many fixes fit. */
  room: number;
  /** Whether the tab key stops at them; in tables the arrows lead there. */
  tabbable?: boolean;
}) {
  const { finding, tabbable = false } = props;
  const text = useText();
  const mayEdit = useMayEdit();
  const press = useChainFixPress(finding);
  const fixes = finding.chainFixes ?? [];
  if (fixes.length === 0) return null;
  const room = fixes.length <= props.room ? props.room : Math.max(1, props.room - 1);
  const rest = fixes.slice(room);
  const button = {
    type: 'button',
    className: styles.fix,
    'data-row-action': true,
    'aria-disabled': !mayEdit,
    tabIndex: tabbable ? 0 : -1,
    onKeyDown,
  } as const;
  const words = (fix: ChainFix) => chainFixWords(text, fix);
  return (
    <span className={styles.actions}>
      {fixes.slice(0, room).map((fix) => (
        <button
          key={`${fix.kind}${words(fix).short}`}
          {...button}
          title={mayEdit ? words(fix).long : text('edit.refused.reader')}
          aria-label={words(fix).long}
          onClick={(event) => {
            event.stopPropagation();
            if (mayEdit) press(fix, event.currentTarget);
          }}
          onDoubleClick={(event) => event.stopPropagation()}
        >
          {words(fix).short}
        </button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          disabled={!mayEdit}
          menu={{
            items: rest.map((fix, i) => ({ key: String(i), label: words(fix).long })),
            onClick: ({ key, domEvent }) => {
              domEvent.stopPropagation();
              const fix = rest[Number(key)];
              if (fix) press(fix, null);
            },
          }}
        >
          <button
            {...button}
            aria-label={text('repair.more')}
            title={text('repair.more')}
            onClick={(event) => event.stopPropagation()}
          >
            …
          </button>
        </Dropdown>
      )}
    </span>
  );
}

/** The list around takes Enter for its row; on a button it means the button. */
function onKeyDown(event: KeyboardEvent) {
  if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
}
