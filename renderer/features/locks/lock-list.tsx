import { Button, Popover } from 'antd';
import { LockKeyhole } from 'lucide-react';
import { memo, useState } from 'react';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { borderLines } from '#shared/model/border.ts';
import type { Lock } from '#shared/model/lock.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { outsideLock } from './locks-on.ts';
import styles from './locks.module.css';
import { useLocks } from './use-locks.ts';

interface Going {
  onZone: (id: string) => void;
  onZones: (ids: readonly string[]) => void;
  onLines: (lines: readonly (readonly LonLat[])[]) => void;
}

/** How much is locked, at the foot of the map; pressed it lists what, why, and the way to unlock it. */
export const LockList = memo(function LockList(props: { document: Document } & Going) {
  const { document } = props;
  const text = useText();
  // The document changes in place.
  useRevision();
  const [open, setOpen] = useState(false);
  const locks = document.all('lock');
  if (locks.length === 0) return null;
  const outside = outsideLock(document);
  const free = outside?.what.of === 'outside' ? outside.what.zoneIds.length : 0;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="topLeft"
      destroyOnHidden
      content={<List {...props} locks={locks} onDone={() => setOpen(false)} />}
    >
      <button type="button" className={styles.chip} aria-expanded={open}>
        <LockKeyhole size={14} aria-hidden />
        {outside
          ? text('locks.chipOnly', { count: free })
          : text('locks.chip', { count: locks.length })}
      </button>
    </Popover>
  );
});

const kinds = { zone: 'zone', border: 'borderKind', outside: 'outside' } as const;

function List(props: { document: Document; locks: readonly Lock[]; onDone: () => void } & Going) {
  const { document, locks } = props;
  const text = useText();
  const mayEdit = useMayEdit();
  const { unlock, unlockAll, giveReason } = useLocks(document);
  const go = ({ what }: Lock) => {
    props.onDone();
    if (what.of === 'zone') props.onZone(what.zoneId);
    else if (what.of === 'outside') props.onZones(what.zoneIds);
    else props.onLines(borderLines(what));
  };
  return (
    <section className={styles.list} aria-label={text('locks.list')}>
      <h2>{text('locks.list')}</h2>
      <ul>
        {locks.map((lock) => (
          <li key={lock.id}>
            <span className={styles.kind}>{text(textKey(`locks.${kinds[lock.what.of]}`))}</span>
            <button type="button" className={styles.name} onClick={() => go(lock)}>
              {lock.name}
            </button>
            <input
              defaultValue={lock.reason}
              maxLength={500}
              readOnly={!mayEdit}
              aria-label={`${text('locks.reason')} ${lock.name}`}
              placeholder={text('locks.noReason')}
              onBlur={({ target }) => giveReason(lock, target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') event.currentTarget.blur();
              }}
            />
            <Button size="small" disabled={!mayEdit} onClick={() => unlock(lock)}>
              {text('locks.unlock')}
            </Button>
          </li>
        ))}
      </ul>
      {locks.length > 1 && (
        <Button size="small" disabled={!mayEdit} onClick={unlockAll}>
          {text('locks.unlockAll')}
        </Button>
      )}
    </section>
  );
}
