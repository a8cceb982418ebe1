import { Modal } from 'antd';
import { memo, useRef, useState } from 'react';
import type { SearchEntry } from '#renderer/features/search/search-index.ts';
import {
  applyChainFix,
  type ChainFixChoice,
  closeChainFix,
  leaveChainFix,
  useChainFix,
} from '#renderer/state/chain-fix.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Command } from '#shared/edits/command.ts';
import type { Document } from '#shared/edits/document.ts';
import type { ChainFixKind } from '#shared/model/chain-fix.ts';
import { BaseForm } from './base-form.tsx';
import { chainFixWords } from './chain-fix-words.ts';
import styles from './chain-fixes.module.css';
import { CheckInForm } from './check-in-form.tsx';
import type { FixFormProps } from './fix-form.tsx';
import { HandOnForm } from './hand-on-form.tsx';
import { MembersForm } from './members-form.tsx';
import { ParentForm } from './parent-form.tsx';
import { PersonForm } from './person-form.tsx';
import { PhoneForm } from './phone-form.tsx';
import { ReachForm } from './reach-form.tsx';
import { TeamForm } from './team-form.tsx';
import { TermForm } from './term-form.tsx';

/** The form of the fix that was pressed, as long as one is. */
export const ChainFixDialog = memo(function ChainFixDialog(props: {
  document: Document;
  entries: readonly SearchEntry[];
}) {
  const open = useChainFix((state) => state.open);
  const [last, setLast] = useState<ChainFixChoice | null>(null);
  // What was shown stays until the dialog has faded.
  if (open && open !== last) setLast(open);
  const text = useText();
  const body = useRef<HTMLDivElement>(null);
  const shown = open ?? last;
  if (!shown) return null;
  return (
    <Modal
      open={open !== null}
      title={chainFixWords(text, shown.fix).long}
      footer={null}
      width={460}
      destroyOnHidden
      onCancel={closeChainFix}
      afterClose={leaveChainFix}
      afterOpenChange={(isOpen) => {
        // The dialog has taken the keyboard for its frame: the first field has it now.
        if (isOpen) body.current?.querySelector<HTMLElement>('input')?.focus();
      }}
    >
      <div ref={body}>
        <Body {...props} choice={shown} />
      </div>
    </Modal>
  );
});

function Body(props: {
  document: Document;
  entries: readonly SearchEntry[];
  choice: ChainFixChoice;
}) {
  // The document changes in place.
  useRevision();
  const { document, entries, choice } = props;
  const { finding, fix } = choice;
  const text = useText();
  const on = useToday();
  const say = useSayResult();
  const [refused, setRefused] = useState<string | null>(null);
  const apply = <Arguments,>(command: Command<Arguments>, args: Arguments) => {
    const result = applyChainFix(finding, command, args);
    if ('refused' in result) setRefused(text(textKey(result.refused), result.params));
    else say(result);
  };
  return (
    <>
      <p className={styles.what}>
        {text(textKey(`finding.${finding.message.key}`), finding.message.params)}
      </p>
      {refused && (
        <p className={styles.refused} role="alert">
          {refused}
        </p>
      )}
      <FormOf {...{ fix, finding, document, entries, on, apply }} />
    </>
  );
}

function FormOf(props: FixFormProps<ChainFixKind>) {
  const { fix, ...rest } = props;
  switch (fix.kind) {
    case 'appoint':
    case 'replace':
    case 'deputise':
    case 'stand-in':
    case 'match-person':
      return <PersonForm {...rest} fix={fix} />;
    case 'prolong':
      return <TermForm {...rest} fix={fix} />;
    case 'enter-phone':
      return <PhoneForm {...rest} fix={fix} />;
    case 'hand-on':
      return <HandOnForm {...rest} fix={fix} />;
    case 'choose-parent':
      return <ParentForm {...rest} fix={fix} />;
    case 'set-up-team':
      return <TeamForm {...rest} fix={fix} />;
    case 'move-base':
      return <BaseForm {...rest} fix={fix} />;
    case 'man-team':
      return <MembersForm {...rest} fix={fix} />;
    case 'change-reach':
      return <ReachForm {...rest} fix={fix} />;
    case 'check-in':
      return <CheckInForm {...rest} fix={fix} />;
    // Carried out at once: nothing is left to choose.
    case 'keep-holder':
    case 'raise-limit':
      return null;
  }
}
