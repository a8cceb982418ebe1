import { useToday } from '#renderer/state/use-today.ts';
import { formatMoment } from '#renderer/ui/format.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { chainOf, placesAbove } from '#shared/analysis/chain.ts';
import { zoneAt } from '#shared/analysis/zone-at.ts';
import type { Document } from '#shared/edits/document.ts';
import { unpackIssue } from '#shared/model/issue-chunk.ts';
import { ChainList } from './chain-list.tsx';
import styles from './detail.module.css';

/** Card of one issue: class, state, deadlines, and the chain that answers for its spot. */
export function IssueDetail(props: {
  document: Document;
  issue: { chunkId: string; index: number };
  onSelect: (id: string) => void;
  onClose: () => void;
}) {
  const { document } = props;
  const text = useText();
  const today = useToday();
  const chunk = document.find('issueChunk', props.issue.chunkId);
  if (!chunk || props.issue.index >= chunk.count) return null;
  const issue = unpackIssue(chunk, props.issue.index);
  const project = document.all('project')[0];
  const offset = project?.utcOffsetMinutes ?? 0;
  const zone = zoneAt(document.all('zone'), issue.position);
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
      <h3>{text('detail.chain')}</h3>
      {zone ? (
        <ChainList
          links={chainOf(document, placesAbove(document, zone), today)}
          onSelect={props.onSelect}
        />
      ) : (
        <p className={styles.vacant}>{text('detail.noZone')}</p>
      )}
    </SidePanel>
  );
}
