import { area as sphericalArea } from '@turf/turf';
import { useMemo } from 'react';
import { useToday } from '#renderer/state/use-today.ts';
import { formatArea, formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { chainOf, type Place, placesAbove } from '#shared/analysis/chain.ts';
import { zoneAt } from '#shared/analysis/zone-at.ts';
import type { Document } from '#shared/edits/document.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { ChainList } from './chain-list.tsx';
import styles from './detail.module.css';
import { Fact } from './fact.tsx';
import { IssueRows } from './issue-rows.tsx';
import { usePlaceFacts } from './use-place-facts.ts';

/** Card of a place: its figures, its chain, the points and open issues on its ground. */
export function PlaceDetail(props: {
  document: Document;
  place: Place;
  revision: number;
  onSelect: (id: string) => void;
  onIssue: (chunkId: string, index: number) => void;
}) {
  const { document, place, revision } = props;
  const text = useText();
  const today = useToday();
  const utcOffset = document.all('project')[0]?.utcOffsetMinutes ?? 0;
  const ground = useMemo(() => {
    if (place.kind === 'point') return null;
    return place.kind === 'zone' ? zoneGround(place) : place.geometry;
  }, [place]);
  const facts = usePlaceFacts(document, ground, revision);
  const links = useMemo(() => {
    void revision;
    const zone = place.kind === 'point' ? zoneAt(document.all('zone'), place.position) : undefined;
    return chainOf(document, placesAbove(document, place, zone?.id), today);
  }, [document, place, revision, today]);

  return (
    <>
      {place.kind === 'point' && place.address !== '' && (
        <p className={styles.line}>{place.address}</p>
      )}
      {facts && ground && (
        <dl className={styles.facts}>
          <Fact label={text('detail.area')}>{formatArea(sphericalArea(ground))}</Fact>
          <Fact label={text('detail.points')}>{formatNumber(facts.points.length)}</Fact>
          <Fact label={text('detail.lastMonth')}>{formatNumber(facts.summary.lastMonth)}</Fact>
          <Fact label={text('detail.open')}>{formatNumber(facts.summary.open)}</Fact>
          <Fact
            label={text('detail.overdue')}
            {...(facts.summary.overdue > 0 ? { tone: 'soon' as const } : {})}
          >
            {formatNumber(facts.summary.overdue)}
          </Fact>
        </dl>
      )}
      <h3>{text('detail.chain')}</h3>
      <ChainList links={links} onSelect={props.onSelect} />
      {facts && facts.points.length > 0 && (
        <>
          <h3>{text('detail.pointsHere', { count: facts.points.length })}</h3>
          <ul className={styles.rows}>
            {facts.points.slice(0, 12).map((point) => (
              <li key={point.id}>
                <button
                  type="button"
                  className={styles.link}
                  onClick={() => props.onSelect(point.id)}
                >
                  {point.name}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {facts && <IssueRows issues={facts.issues} utcOffset={utcOffset} onIssue={props.onIssue} />}
    </>
  );
}
