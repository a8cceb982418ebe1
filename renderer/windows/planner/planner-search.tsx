import { memo } from 'react';
import { ChainFixDialog } from '#renderer/features/chain-fixes/chain-fix-dialog.tsx';
import { SearchPalette } from '#renderer/features/search/search-palette.tsx';
import { useSearchIndex } from '#renderer/features/search/use-search-index.ts';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import type { Document } from '#shared/edits/document.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** What looks for records by their names: the search, and the forms that mend the chain. */
export const PlannerSearch = memo(function PlannerSearch(props: {
  document: Document;
  onRecord: (id: string) => void;
  onPosition: (position: LonLat) => void;
}) {
  const { document, onRecord, onPosition } = props;
  const entries = useSearchIndex(document, useRevision());
  const isOpen = useDialogs((state) => state.open === 'search');
  const close = useDialogs((state) => state.close);
  return (
    <>
      <ChainFixDialog document={document} entries={entries} />
      {isOpen && (
        <SearchPalette
          entries={entries}
          onChoose={(entry) => {
            close();
            onRecord(entry.record.id);
          }}
          onPosition={(position) => {
            close();
            onPosition(position);
          }}
          onClose={close}
        />
      )}
    </>
  );
});
