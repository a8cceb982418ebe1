import { formatMoment } from '#renderer/ui/format.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { unpackIssue } from '#shared/model/issue-chunk.ts';
import styles from './detail.module.css';
import { SpotChainView } from './spot-chain.tsx';

/** Card of one issue: class, state, deadlines, and the chain that answers for its spot. */
export function IssueDetail(props: {
  document: Document;
  issue: { chunkId: string; index: number };
  onSelect: (id: string) => void;
  onIssue: (chunkId: string, index: number) => void;
  onClose: () => void;
}) {
  const { document } = props;
  const text = useText();
  const chunk = document.find('issueChunk', props.issue.chunkId);
  if (!chunk || props.issue.index >= chunk.count) return null;
  const issue = unpackIssue(chunk, props.issue.index);
  const project = document.all('project')[0];
  const offset = project?.utcOffsetMinutes ?? 0;
  const issueClass = project?.schemes.issueClasses.find((entry) => entry.key === issue.issueClass);
  const times = [
    ['detail.found', issue.foundAt],
    ['detail.dueAt', issue.dueAt],
    ['detail.closed', issue.closedAt],
  ] as const;
  return (
    <SidePanel
      title={issue.text || (issueClass?.name ?? issue.issueClass)}
      subtitle={`${text('kind.issue')} · ${issueClass?.name ?? issue.issueClass} · ${text(textKey(`issueStatus.${issue.status}`))}`}
      onClose={props.onClose}
    >
      {times.map(
        ([key, time]) =>
          time && (
            <p key={key} className={styles.line}>
              {text(key, { time: formatMoment(Date.parse(time), offset) })}
            </p>
          ),
      )}
      <h3>{text('chain.title')}</h3>
      <SpotChainView
        key={issue.id}
        document={document}
        position={issue.position}
        issueClass={issueClass ? issue.issueClass : null}
        onSelect={props.onSelect}
        onIssue={props.onIssue}
      />
    </SidePanel>
  );
}
