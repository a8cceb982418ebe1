import { useState } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { CellEditor } from '#renderer/ui/cell-editor.tsx';
import type { Leaving } from '#renderer/ui/edit-grid.tsx';
import { useText } from '#renderer/ui/use-text.ts';

/** Cell in which a unit is chosen by Chinese, pinyin or initials. */
export function UnitCell(props: {
  initial: string;
  /** Null: none. Answers with a sentence when it cannot be. */
  onCommit: (unitId: string | null) => string | null;
  onLeave: (how: Leaving) => void;
}) {
  const text = useText();
  const [typed, setTyped] = useState(props.initial);
  const { answer } = useAnswer(
    'suggestions',
    { kind: 'organisation', text: typed.trim(), limit: 8 },
    'present',
  );
  return (
    <CellEditor
      label={text('roster.column.unit')}
      initial={props.initial}
      options={answer?.map(({ id, name, hint }) => ({ id, label: name, hint })) ?? null}
      strict
      onTyped={setTyped}
      onCommit={(chosen, id) =>
        chosen !== '' && id === null ? text('roster.noSuchUnit') : props.onCommit(id)
      }
      onLeave={props.onLeave}
    />
  );
}
