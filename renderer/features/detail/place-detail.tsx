import { area as sphericalArea } from '@turf/turf';
import { useMemo } from 'react';
import { type Asked, useAnswer } from '#renderer/state/chain.ts';
import { useChainDay } from '#renderer/state/use-chain-day.ts';
import { formatArea, formatNumber } from '#renderer/ui/format.ts';
import { useClock } from '#renderer/ui/use-clock.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { chainLines } from '#shared/analysis/chain-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Place } from '#shared/model/place.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { ChainBar } from './chain-bar.tsx';
import { ChainList } from './chain-list.tsx';
import styles from './detail.module.css';
import { Fact } from './fact.tsx';
import { OpenIssues } from './open-issues.tsx';
import { SpotChainView } from './spot-chain.tsx';
import { TeamLine } from './team-line.tsx';

interface PlaceProps {
  document: Document;
  place: Place;
  onSelect: (id: string) => void;
  onIssue: (chunkId: string, index: number) => void;
}

/** Card of a place: its figures, its chain, the points and open issues on its ground. */
export function PlaceDetail(
  props: PlaceProps & {
    /** Where on its ground it was met; null: its chain is asked for as a whole. */
    spot: LonLat | null;
  },
) {
  const { document, place, onSelect } = props;
  const text = useText();
  const now = useClock(60_000);
  const asked = useAnswer('place', { placeId: place.id, now });
  const answer = asked.answer?.chain ?? null;
  // On the sphere, of the record as it is: records never change in place.
  const sizeM2 = useMemo(() => {
    if (place.kind === 'point') return null;
    const ground = place.kind === 'zone' ? zoneGround(place) : place.geometry;
    return ground && sphericalArea(ground);
  }, [place]);
  return (
    <>
      {place.kind === 'point' && place.address !== '' && (
        <p className={styles.line}>{place.address}</p>
      )}
      {sizeM2 !== null && (
        <dl className={styles.facts}>
          <Fact label={text('detail.area')}>{formatArea(sizeM2)}</Fact>
          {answer && (
            <>
              <Fact label={text('detail.points')}>{formatNumber(answer.points.count)}</Fact>
              <Fact label={text('detail.lastMonth')}>{formatNumber(answer.figures.lastMonth)}</Fact>
              <Fact label={text('detail.open')}>{formatNumber(answer.figures.open)}</Fact>
              <Fact
                label={text('detail.overdue')}
                {...(answer.figures.overdue > 0 ? { tone: 'soon' as const } : {})}
              >
                {formatNumber(answer.figures.overdue)}
              </Fact>
            </>
          )}
        </dl>
      )}
      {props.spot ? (
        <>
          <h3>
            {text('chain.atSpot', {
              x: props.spot[0].toFixed(5),
              y: props.spot[1].toFixed(5),
            })}
          </h3>
          <SpotChainView
            key={props.spot.join()}
            document={document}
            position={props.spot}
            issueClass={null}
            onSelect={onSelect}
            onIssue={props.onIssue}
          />
        </>
      ) : (
        <WholePlace {...props} asked={asked} />
      )}
    </>
  );
}

/** The chain of a place as a whole, and what lies on its ground. */
function WholePlace(props: PlaceProps & { asked: Asked<'place'> }) {
  const { document, place, onSelect } = props;
  const { error } = props.asked;
  const answer = props.asked.answer?.chain ?? null;
  const text = useText();
  const on = useChainDay();
  const { name } = place;
  const copied = useMemo(
    () => answer && (() => [`${name}  ${on}`, ...chainLines(answer.links, text)].join('\n')),
    [answer, name, on, text],
  );
  return (
    <>
      <h3>{text('chain.title')}</h3>
      <ChainBar copied={copied} />
      {error && (
        <p className={styles.vacant} role="alert">
          {text('chain.failed', { reason: error })}
        </p>
      )}
      {!props.asked.answer && !error && <p className={styles.since}>{text('chain.asking')}</p>}
      {props.asked.answer && !answer && (
        <p className={styles.since}>{text('chain.noPlace', { on })}</p>
      )}
      {answer && (
        <>
          <ChainList links={answer.links} onSelect={onSelect} />
          {place.kind === 'point' && <TeamLine team={answer.team} onSelect={onSelect} />}
          {answer.points.count > 0 && (
            <>
              <h3>{text('detail.pointsHere', { count: answer.points.count })}</h3>
              <ul className={styles.rows}>
                {answer.points.items.slice(0, 12).map(({ id, name }) => (
                  <li key={id}>
                    <button type="button" className={styles.link} onClick={() => onSelect(id)}>
                      {name}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <OpenIssues
            title={text('detail.openHere', { count: answer.issues.count })}
            issues={answer.issues}
            document={document}
            onIssue={props.onIssue}
          />
        </>
      )}
    </>
  );
}
