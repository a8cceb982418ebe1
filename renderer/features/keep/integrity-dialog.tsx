import { App, Button, Modal } from 'antd';
import { errorText } from '#renderer/state/error-text.ts';
import { checkNow, trustAsItStands } from '#renderer/state/keep/keeper.ts';
import { mendByLog } from '#renderer/state/keep/mend-by-log.ts';
import { useProject } from '#renderer/state/project.ts';
import { whenSaved } from '#renderer/state/project-actions.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { isToldByLog } from '#shared/keep/mend-from-log.ts';
import { useKeep } from '#renderer/state/keep/keep-state.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import styles from './keep.module.css';
import { recordName } from './record-name.ts';

/** At most so many are listed; more have one cause, and one way out. */
const shown = 200;

/** What the look through the stored data found, in plain words, and what can be done about it. */
export function IntegrityDialog(props: {
  onBackups: () => void;
  onSave: () => void;
  onGo: (id: string) => void;
  onClose: () => void;
}) {
  const text = useText();
  const { message } = App.useApp();
  const say = useSayResult();
  const document = useProject((state) => state.stored);
  const { problems, checking } = useKeep();
  const count = problems?.length ?? 0;
  const told = problems?.filter(isToldByLog) ?? [];
  const tables = problems?.filter((problem) => 'kept' in problem) ?? [];
  const records = problems?.filter((problem) => 'title' in problem) ?? [];
  const mayEdit = useProject((state) => state.status === 'ready' && state.role === 'writer');
  /** What has a card to be corrected in: the record, or the place that a post is held for. */
  const cardOf = (id: string): string | null => {
    const record = document?.get(id);
    if (record?.kind === 'post') return document?.get(record.targetId) ? record.targetId : null;
    return record && 'name' in record ? id : null;
  };
  const mend = async () => {
    if (!say(mendByLog(told))) return;
    await whenSaved();
    await checkNow();
  };
  const attempt = (task: () => Promise<void>) =>
    void task().catch((error: unknown) => message.error(errorText(error)));
  return (
    <Modal
      open
      title={text('keep.integrity.title')}
      width={800}
      onCancel={props.onClose}
      footer={[
        <Button key="check" loading={checking} onClick={() => attempt(checkNow)}>
          {text('keep.integrity.check')}
        </Button>,
        count > 0 && (
          <Button key="save" onClick={props.onSave}>
            {text('keep.integrity.save')}
          </Button>
        ),
        tables.length > 0 && (
          <Button
            key="trust"
            disabled={!mayEdit || checking}
            onClick={() => attempt(trustAsItStands)}
          >
            {text('keep.integrity.trust')}
          </Button>
        ),
        told.length > 0 && (
          <Button key="mend" disabled={!mayEdit || checking} onClick={() => attempt(mend)}>
            {text('keep.integrity.mend', { count: told.length })}
          </Button>
        ),
        <Button key="backups" type="primary" onClick={props.onBackups}>
          {text('keep.integrity.backups')}
        </Button>,
      ]}
    >
      <p role="status">
        {problems === null && text('keep.integrity.unchecked')}
        {problems !== null && count === 0 && text('keep.integrity.good')}
        {count > 0 && text('keep.integrity.found', { count })}
      </p>
      {count > 0 && (
        <>
          <p className={styles.advice}>{text('keep.integrity.advice')}</p>
          {told.length > 0 && <p className={styles.advice}>{text('keep.integrity.mendHint')}</p>}
          {tables.length > 0 && <p className={styles.advice}>{text('keep.integrity.tableHint')}</p>}
          <ul className={styles.list} style={{ maxHeight: 320 }}>
            {tables.map(({ what, kind, kept, found }) => (
              <li key={`${what} ${kind}`} className={styles.plain}>
                {text(textKey(`keep.integrity.${what}`), {
                  kind: text(`kind.${kind}`),
                  kept,
                  found,
                  count: kept - found,
                })}
              </li>
            ))}
            {records.slice(0, shown).map((problem) => {
              const { what, id, kind, title, field, target } = problem;
              const card = cardOf(id);
              const record = document?.get(id) ?? problem.logged;
              return (
                <li key={`${what} ${id} ${field} ${target}`}>
                  <button
                    type="button"
                    disabled={card === null}
                    onClick={() => card !== null && props.onGo(card)}
                  >
                    <span className={styles.grow}>
                      {text(textKey(`keep.integrity.${what}`), {
                        kind: text(`kind.${kind}`),
                        title: record ? recordName(record, document) : title,
                        field: field ? text(textKey(`keep.field.${field}`)) : '',
                      })}
                    </span>
                    {card !== null && (
                      <span className={styles.go}>{text('keep.integrity.go')}</span>
                    )}
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Modal>
  );
}
