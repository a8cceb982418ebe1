import { App, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { type ChosenBorder, useBorders } from '#renderer/state/borders.ts';
import { useAnswer } from '#renderer/state/chain.ts';
import { edit } from '#renderer/state/project-actions.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Command } from '#shared/edits/command.ts';
import { changeBorder } from '#shared/edits/commands/change-border.ts';
import { redrawBorder } from '#shared/edits/commands/redraw-border.ts';
import { type BorderTerms, registerBorder } from '#shared/edits/commands/register-border.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import type { Document } from '#shared/edits/document.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { BorderForm } from './border-form.tsx';
import { BorderIssueList } from './border-issue-list.tsx';
import styles from './borders.module.css';

/** The border chosen in the register: its entry to fill in or change, and the issues along it. */
export function BorderPane(props: {
  document: Document;
  chosen: ChosenBorder;
  metres: number;
  onLines: (lines: readonly (readonly LonLat[])[]) => void;
  onIssue: (chunkId: string, index: number) => void;
}) {
  const { document, chosen, metres, onLines } = props;
  const text = useText();
  const { message, modal } = App.useApp();
  const { level, choose, showCourse } = useBorders();
  const { answer, error } = useAnswer('border', { level, ...chosen });
  const entry = chosen.borderId === null ? undefined : document.find('border', chosen.borderId);
  const names = chosen.partyIds.map((id) => {
    const record = document.get(id);
    return record && 'name' in record ? record.name : '';
  }) as [string, string];

  const flown = useRef(false);
  useEffect(() => {
    if (!answer) return;
    const lines = answer.stretches.map(({ line }) => line);
    showCourse(lines);
    // Once: what is edited after that stays in view.
    if (!flown.current && lines.length > 0) onLines(lines);
    flown.current = true;
  }, [answer, showCourse, onLines]);

  const run = <Arguments,>(command: Command<Arguments>, args: Arguments, done: string) => {
    const result = edit(command, args);
    if ('refused' in result) {
      const reason = text(textKey(result.refused), result.params);
      message.warning({ content: text('borders.refused', { reason }), duration: 6 });
      return false;
    }
    message.success(done);
    return true;
  };
  const save = (terms: BorderTerms, lines: readonly (readonly LonLat[])[]) => {
    const { name } = terms;
    if (entry) {
      run(changeBorder, { id: entry.id, terms }, text('borders.saved', { name }));
      return;
    }
    const newId = crypto.randomUUID();
    const args = { newId, partyIds: chosen.partyIds, lines, terms };
    if (run(registerBorder, args, text('borders.registered', { name }))) {
      choose({ partyIds: chosen.partyIds, borderId: newId });
    }
  };
  const remove = () => {
    if (!entry) return;
    const { id, name } = entry;
    modal.confirm({
      title: text('borders.removeSure', { name }),
      okText: text('borders.removeYes'),
      cancelText: text('borders.cancel'),
      onOk: () => {
        if (run(removeRecords, { ids: [id] }, text('borders.removed', { name }))) {
          choose({ partyIds: chosen.partyIds, borderId: null });
        }
      },
    });
  };
  const renew = () => {
    if (!entry || !answer?.renewed) return;
    const { id, name } = entry;
    run(redrawBorder, { id, lines: answer.renewed }, text('borders.renewed', { name }));
  };

  return (
    <>
      {error && <p className={styles.hint}>{text('borders.failed', { reason: error })}</p>}
      {answer && (
        <BorderForm
          key={JSON.stringify(entry ?? answer.stretches.length)}
          entry={entry}
          names={names}
          stretches={entry ? [] : answer.stretches}
          onCourse={showCourse}
          onSave={save}
          onRemove={remove}
        >
          {answer.fit !== 'fits' && (
            <div className={styles.stale} role="status">
              <span>▲ {text(answer.fit === 'moved' ? 'borders.moved' : 'borders.apart')}</span>
              {answer.renewed && (
                <Button size="small" onClick={renew}>
                  {text('borders.renew')}
                </Button>
              )}
            </div>
          )}
        </BorderForm>
      )}
      {answer && (
        <BorderIssueList
          issues={answer.issues}
          count={answer.issueCount}
          metres={metres}
          onIssue={props.onIssue}
        />
      )}
    </>
  );
}
