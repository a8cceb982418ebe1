import { Segmented } from 'antd';
import { useState } from 'react';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { PeopleView } from './people-view.tsx';
import { PostsView } from './posts-view.tsx';
import styles from './roster.module.css';
import { useRosterView } from './roster-view.ts';

/** Who holds what, and who there is: the roster, edited in place and pasted from a spreadsheet. */
export function RosterPanel(props: {
  document: Document;
  revision: number;
  selectedId: string | null;
  onSelect: (id: string) => void;
}) {
  const text = useText();
  const mayEdit = useMayEdit();
  const { shown, show } = useRosterView();
  /** What is being pasted; null: nothing is. */
  const [pasted, setPasted] = useState<string | null>(null);
  const View = shown === 'posts' ? PostsView : PeopleView;
  return (
    <div className={styles.panel}>
      <View {...props} onPaste={(content) => mayEdit && setPasted(content)}>
        <Segmented
          size="small"
          aria-label={text('roster.views')}
          value={shown}
          options={[
            { value: 'posts' as const, label: text('roster.posts') },
            { value: 'people' as const, label: text('roster.people') },
          ]}
          onChange={show}
        />
      </View>
      {pasted !== null && <PasteDialog text={pasted} onClose={() => setPasted(null)} />}
    </div>
  );
}
