import { useState } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { CellEditor } from '#renderer/ui/cell-editor.tsx';
import type { Leaving } from '#renderer/ui/edit-grid.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import type { PersonChoice } from '#shared/edits/roster/person-choice.ts';

const added = 'new';

/** Cell in which a person is chosen by Chinese, pinyin, initials or phone, or added by name. */
export function PersonCell(props: {
  label: string;
  initial: string;
  note?: string;
  /** Null: nobody. Answers with a sentence when it cannot be. */
  onCommit: (person: PersonChoice | null) => string | null;
  onLeave: (how: Leaving) => void;
}) {
  const text = useText();
  const [typed, setTyped] = useState(props.initial);
  const { answer } = useAnswer(
    'suggestions',
    { kind: 'person', text: typed.trim(), limit: 8 },
    'present',
  );
  const options = answer?.map(({ id, name, hint }) => ({ id, label: name, hint })) ?? null;
  const name = typed.trim();
  const isNew = name !== '' && options !== null && !options.some(({ label }) => label === name);
  const more = isNew ? [{ id: added, label: name, hint: text('roster.newPerson') }] : [];
  return (
    <CellEditor
      label={props.label}
      initial={props.initial}
      options={options && [...options, ...more]}
      strict
      note={props.note}
      onTyped={setTyped}
      onCommit={(chosen, id) => {
        if (chosen === '') return props.onCommit(null);
        if (id === null) return text('roster.chooseOne');
        return props.onCommit(id === added ? { newId: crypto.randomUUID(), name: chosen } : { id });
      }}
      onLeave={props.onLeave}
    />
  );
}
