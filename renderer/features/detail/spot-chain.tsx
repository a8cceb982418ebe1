import { useState } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { useChainDay } from '#renderer/state/use-chain-day.ts';
import { type Translate, textKey, useText } from '#renderer/ui/use-text.ts';
import type { NamedZone, SpotChain } from '#shared/analysis/chain-at.ts';
import { spotLines, zoneSentence } from '#shared/analysis/chain-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { ChainBar } from './chain-bar.tsx';
import { ChainList } from './chain-list.tsx';
import styles from './detail.module.css';
import { OpenIssues } from './open-issues.tsx';
import { TeamLine } from './team-line.tsx';

/** Who answers for a spot: why this zone does, who holds what, who is there first, and what lies here. */
export function SpotChainView(props: {
  document: Document;
  position: LonLat;
  /** The class of issue asked about at first; null: issues in general. */
  issueClass: string | null;
  onSelect: (id: string) => void;
  onIssue: (chunkId: string, index: number) => void;
}) {
  const { document, position, onSelect } = props;
  const text = useText();
  const on = useChainDay();
  const [issueClass, setIssueClass] = useState(props.issueClass);
  const { answer, error } = useAnswer('spot', { position, issueClass });
  const project = document.all('project')[0];
  const copied = answer
    ? () => spotLines({ position, on, issueClass }, answer, text).join('\n')
    : null;
  return (
    <>
      <ChainBar
        copied={copied}
        classes={project?.schemes.issueClasses ?? []}
        issueClass={issueClass}
        onIssueClass={setIssueClass}
      />
      {error && (
        <p className={styles.vacant} role="alert">
          {text('chain.failed', { reason: error })}
        </p>
      )}
      {!answer && !error && <p className={styles.since}>{text('chain.asking')}</p>}
      {answer && (
        <>
          <ZoneReason answer={answer} text={text} onSelect={onSelect} />
          {answer.links.length > 0 && <ChainList links={answer.links} onSelect={onSelect} />}
          <TeamLine team={answer.team} onSelect={onSelect} />
          <h3>{text('chain.pointsNear', { count: answer.points.count })}</h3>
          <ul className={styles.rows}>
            {answer.points.items.slice(0, 8).map(({ id, name, distanceM }) => (
              <li key={id}>
                <button type="button" className={styles.link} onClick={() => onSelect(id)}>
                  {name}
                </button>
                <span className={styles.since}>{Math.round(distanceM)} m</span>
              </li>
            ))}
          </ul>
          <OpenIssues
            title={text('chain.issuesNear', { count: answer.issues.count })}
            issues={answer.issues}
            document={document}
            onIssue={props.onIssue}
          />
          {answer.counts && (
            <p className={styles.since}>{text('chain.onGround', { ...answer.counts })}</p>
          )}
        </>
      )}
    </>
  );
}

function ZoneReason(props: { answer: SpotChain; text: Translate; onSelect: (id: string) => void }) {
  const { answer, text, onSelect } = props;
  const { zone, exception } = answer;
  const disputed = zone === null || zone.reason === 'disputed';
  return (
    <>
      <p className={disputed && !exception ? styles.vacant : styles.reason}>
        {zoneSentence(zone, text)}
      </p>
      {zone && (
        <p className={styles.zones}>
          <ZoneLink zone={zone} text={text} onSelect={onSelect} />
          {zone.others.map((other) => (
            <ZoneLink key={other.id} zone={other} text={text} onSelect={onSelect} />
          ))}
        </p>
      )}
      {zone && zone.otherClasses.length > 0 && (
        <p className={styles.zones}>
          <span className={styles.since}>{text('chain.otherClasses')}</span>
          {zone.otherClasses.map((other) => (
            <ZoneLink key={other.id} zone={other} text={text} onSelect={onSelect} />
          ))}
        </p>
      )}
      {exception && (
        <p className={styles.line}>
          <button type="button" className={styles.link} onClick={() => onSelect(exception.id)}>
            {text('chain.exception', { name: exception.name, reason: exception.reason })}
          </button>{' '}
          <span className={styles.since}>
            {text('detail.approvedBy', { approver: exception.approver })}
            {' · '}
            {text('chain.until', { day: exception.expires })}
          </span>
        </p>
      )}
    </>
  );
}

function ZoneLink(props: { zone: NamedZone; text: Translate; onSelect: (id: string) => void }) {
  const { zone, text } = props;
  return (
    <button type="button" className={styles.zone} onClick={() => props.onSelect(zone.id)}>
      <span>{text(textKey(`shape.${zone.shape}`))}</span> {zone.name}
    </button>
  );
}
