import { LockButton } from '#renderer/features/locks/lock-button.tsx';
import { useRevision } from '#renderer/state/use-records.ts';
import { useView } from '#renderer/state/view.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';
import { isPlace } from '#shared/model/place.ts';
import { BaseUnitDetail } from './base-unit-detail.tsx';
import styles from './detail.module.css';
import { FindingsHere } from './findings-here.tsx';
import { IssueDetail } from './issue-detail.tsx';
import { OtherDetail } from './other-detail.tsx';
import { PersonDetail } from './person-detail.tsx';
import { PlaceDetail } from './place-detail.tsx';
import { SpotDetail } from './spot-detail.tsx';

/** What is selected, whatever it is; nothing when nothing is. */
export function Detail(props: {
  document: Document;
  onSelect: (id: string) => void;
  onIssue: (chunkId: string, index: number) => void;
  onFinding: (finding: Finding) => void;
  /** Shows several places on the map at once. */
  onShowAll: (ids: readonly string[]) => void;
}) {
  const text = useText();
  // The document changes in place.
  useRevision();
  const { selectedId, selectedIssue, spot, select, selectIssue } = useView();
  if (selectedIssue) {
    return (
      <IssueDetail
        document={props.document}
        issue={selectedIssue}
        onSelect={props.onSelect}
        onIssue={props.onIssue}
        onClose={() => selectIssue(null)}
      />
    );
  }
  const record = selectedId ? props.document.get(selectedId) : undefined;
  if (!record && spot) {
    return (
      <SpotDetail
        document={props.document}
        position={spot}
        onSelect={props.onSelect}
        onIssue={props.onIssue}
        onClose={() => select(null)}
      />
    );
  }
  if (!record || !('name' in record) || record.kind === 'project') return null;

  const shape = record.kind === 'zone' ? ` · ${text(textKey(`shape.${record.shape}`))}` : '';
  const code = 'code' in record && record.code !== '' ? ` · ${record.code}` : '';
  return (
    <SidePanel
      title={record.name}
      subtitle={text(textKey(`kind.${record.kind}`)) + shape + code}
      onClose={() => select(null)}
    >
      <FindingsHere recordId={record.id} onFinding={props.onFinding} />
      {record.kind === 'zone' && (
        <div className={styles.lock}>
          <LockButton worded document={props.document} zoneId={record.id} />
        </div>
      )}
      {isPlace(record) && (
        <PlaceDetail
          key={record.id}
          document={props.document}
          place={record}
          spot={spot}
          onSelect={props.onSelect}
          onIssue={props.onIssue}
        />
      )}
      {record.kind === 'person' && (
        <PersonDetail
          document={props.document}
          person={record}
          onSelect={props.onSelect}
          onShowAll={props.onShowAll}
        />
      )}
      {record.kind === 'baseUnit' && <BaseUnitDetail unit={record} />}
      {(record.kind === 'organisation' ||
        record.kind === 'team' ||
        record.kind === 'exception') && (
        <OtherDetail
          document={props.document}
          record={record}
          onSelect={props.onSelect}
          onShowAll={props.onShowAll}
        />
      )}
    </SidePanel>
  );
}
