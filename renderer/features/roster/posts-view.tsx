import { Button } from 'antd';
import { ClipboardPaste, Plus } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { useAnswer } from '#renderer/state/chain.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { EditGrid } from '#renderer/ui/edit-grid.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { type PostColumn, type PostList, seatOfKey } from '#shared/analysis/roster/list-posts.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Role } from '#shared/model/scheme.ts';
import { AddPostDialog } from './add-post-dialog.tsx';
import { LeaveDialog } from './person-dialogs.tsx';
import { postColumns } from './post-columns.tsx';
import { DeputyDialog, EndDialog, RemovePostsDialog, TakeOverDialog } from './post-dialogs.tsx';
import { PostFilters } from './post-filters.tsx';
import { postRows } from './post-row.ts';
import styles from './roster.module.css';
import { RosterEmpty } from './roster-empty.tsx';
import { allPosts, nextSort, useRosterView } from './roster-view.ts';
import { RowActionsMenu } from './row-actions-menu.tsx';
import { useChosenRows } from './use-chosen-rows.ts';
import { useKept } from './use-kept.ts';
import { useTry } from './use-roster-edit.ts';

const nothing: PostList = {
  keys: [],
  states: new Uint8Array(),
  street: new Uint16Array(),
  streets: [],
  counts: {} as PostList['counts'],
};

const noRoles: readonly Role[] = [];

type Action = 'takeOver' | 'end' | 'deputise' | 'leave' | 'remove';

/** The posts of the roster, edited in place. */
export function PostsView(props: {
  document: Document;
  revision: number;
  selectedId: string | null;
  onSelect: (id: string) => void;
  onPaste: (text: string) => void;
  /** What stands at the beginning of the bar. */
  children: ReactNode;
}) {
  const text = useText();
  const attempt = useTry();
  const today = useToday();
  const mayEdit = useMayEdit();
  const { document, revision } = props;
  const { posts: filter, filterPosts } = useRosterView();
  const { answer } = useAnswer('rosterPosts', filter, 'present');
  const list = useKept(answer) ?? nothing;
  const [dialog, setDialog] = useState<Action | 'add' | null>(null);

  const rowOf = useMemo(() => {
    void revision;
    return postRows(document, list);
  }, [document, revision, list]);
  const columns = useMemo(() => postColumns(text, attempt, today), [text, attempt, today]);
  const { chosen, setChosen, reveal, visit } = useChosenRows(list.keys, props.selectedId, (id) => {
    const holds = (key: string) => {
      const post = document.find('post', key);
      return post ? post.targetId === id || post.personId === id : seatOfKey(key)?.placeId === id;
    };
    return list.keys.find(holds) ?? null;
  });
  const ids = [...chosen].filter((key) => seatOfKey(key) === null);
  const only = ids.length === 1 ? document.find('post', ids[0] ?? '') : undefined;
  const leaver = only?.personId ?? null;

  const items = [
    { key: 'takeOver' as const, label: text('roster.takeOver.menu') },
    { key: 'end' as const, label: text('roster.end.menu') },
    { key: 'deputise' as const, label: text('roster.deputise.menu') },
    ...(leaver ? [{ key: 'leave' as const, label: text('roster.leave.menu') }] : []),
    { key: 'remove' as const, label: text('roster.remove.menu'), danger: true },
  ];
  const close = () => setDialog(null);
  return (
    <>
      <div className={styles.bar} role="toolbar" aria-label={text('drawer.roster')}>
        {props.children}
        <PostFilters
          streets={document.all('street')}
          units={document.all('organisation')}
          roles={document.all('project')[0]?.schemes.roles ?? noRoles}
        />
        <span className={styles.count} role="status">
          {text('roster.count', { count: formatNumber(list.keys.length) })}
        </span>
        {mayEdit && (
          <>
            <RowActionsMenu count={ids.length} items={items} onAction={setDialog} />
            <Button
              size="small"
              icon={<ClipboardPaste size={13} aria-hidden />}
              onClick={() => props.onPaste('')}
            >
              {text('roster.paste.open')}
            </Button>
            <Button
              size="small"
              icon={<Plus size={13} aria-hidden />}
              onClick={() => setDialog('add')}
            >
              {text('roster.add.open')}
            </Button>
          </>
        )}
      </div>
      <div className={styles.table}>
        <EditGrid
          label={text('drawer.roster')}
          columns={columns}
          keys={list.keys}
          rowOf={rowOf}
          order={filter.sort && { key: filter.sort.column, down: filter.sort.down }}
          onOrder={(key) => filterPosts({ sort: nextSort(filter.sort, key as PostColumn) })}
          selected={chosen}
          onSelected={setChosen}
          onVisit={({ place, person }) => {
            const id = place?.id ?? person?.id;
            if (!id) return;
            visit(id);
            props.onSelect(id);
          }}
          reveal={reveal}
          onPaste={props.onPaste}
          onRemove={() => mayEdit && ids.length > 0 && setDialog('remove')}
          mayEdit={mayEdit}
          empty={
            answer && (
              <RosterEmpty
                none={text(
                  document.all('post').length === 0 ? 'roster.noPostsYet' : 'roster.noPosts',
                )}
                onClear={() => filterPosts(allPosts)}
                onPaste={mayEdit ? () => props.onPaste('') : null}
                filtered={document.all('post').length > 0}
              />
            )
          }
        />
      </div>
      {dialog === 'add' && <AddPostDialog onClose={close} />}
      {dialog === 'takeOver' && <TakeOverDialog ids={ids} onClose={close} />}
      {dialog === 'end' && <EndDialog ids={ids} onClose={close} />}
      {dialog === 'deputise' && <DeputyDialog ids={ids} onClose={close} />}
      {dialog === 'remove' && <RemovePostsDialog ids={ids} onClose={close} />}
      {dialog === 'leave' && leaver && <LeaveDialog personId={leaver} onClose={close} />}
    </>
  );
}
