import { bbox } from '@turf/turf';
import { useEffect, useMemo, useRef } from 'react';
import { ProofFigures } from '#renderer/features/wall/proof-figures.tsx';
import { RateChart } from '#renderer/features/wall/rate-chart.tsx';
import { StreetBars } from '#renderer/features/wall/street-bars.tsx';
import { Ticker } from '#renderer/features/wall/ticker.tsx';
import { useTour } from '#renderer/features/wall/use-tour.ts';
import styles from '#renderer/features/wall/wall.module.css';
import { WallHeader } from '#renderer/features/wall/wall-header.tsx';
import { wallLayers } from '#renderer/features/wall/wall-layers.ts';
import { MapView } from '#renderer/map/map-view.tsx';
import type { Bounds, MapHandle } from '#renderer/map/map-view-props.ts';
import { useFindings } from '#renderer/state/findings.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useView } from '#renderer/state/view.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { useClock } from '#renderer/ui/use-clock.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Project } from '#shared/model/project.ts';
import { useWallFigures } from './use-wall-figures.ts';

/** Time at each street of the tour. */
const stayMs = 12_000;
/** Data older than this is called stale. */
const staleMs = 36 * 3_600_000;
/** The picture moves by a little every minute and changes sides every hour, so that nothing burns in. */
const shifts = ['0, 0', '0.3vh, 0', '0.3vh, 0.3vh', '0, 0.3vh'];

/** Names on the map are 12 pixels high here, so that on any display they reach 1/45 of its height. */
const mapHeight = 500;

/** Everything on the wall once a project is open. */
export function WallBoard(props: { document: Document; project: Project }) {
  const { document, project } = props;
  const text = useText();
  const { locale, issueFilter, heatRadiusM } = useView();
  const revision = useRevision();
  const report = useFindings((state) => state.report);
  const minute = Math.floor(useClock(60_000) / 60_000);
  const figures = useWallFigures(document, revision, minute);
  const map = useRef<MapHandle>(null);

  const streets = useMemo(() => {
    void revision;
    return document.all('street');
  }, [document, revision]);
  const stop = useTour(streets.length, stayMs);
  const street = stop < 0 ? undefined : streets[stop];
  const district = document.all('district')[0];
  const target = street ?? district;
  useEffect(() => {
    if (target) map.current?.flyToBounds(bbox(target.geometry) as Bounds);
  }, [target]);

  const classNames = new Map(
    project.schemes.issueClasses.map((issueClass) => [issueClass.key, issueClass.name]),
  );
  const { campaign } = figures;
  const stale = !(minute * 60_000 - campaign.newest < staleMs);
  const streetCount = figures.streets.find((count) => count.street === street);

  // A project without an outline is named all the same.
  const wholeName = district?.name ?? project.name;
  return (
    <div
      className={styles.wall}
      data-side={Math.floor(minute / 60) % 2 === 0 ? 'right' : 'left'}
      style={{ transform: `translate(${shifts[minute % shifts.length]})` }}
    >
      <WallHeader project={project} district={wholeName} locale={locale} />
      <main className={styles.map}>
        <MapView
          ref={map}
          document={document}
          theme="dark"
          locale={locale}
          layers={wallLayers}
          issueFilter={issueFilter}
          heatRadiusM={heatRadiusM}
          findings={report?.findings ?? []}
          activeFindingId={null}
          selectedId={street?.id ?? null}
          interactive={false}
          referenceHeight={mapHeight}
        />
        <div className={styles.stop} aria-live="off">
          <strong>{street?.name ?? wholeName}</strong>
          {street && (
            <>
              <span>
                {stop + 1}/{streets.length}
              </span>
              <span>
                {text('wall.stopOpen', {
                  open: streetCount?.open ?? 0,
                  overdue: streetCount?.overdue ?? 0,
                })}
              </span>
            </>
          )}
        </div>
      </main>
      <aside className={styles.side}>
        <ProofFigures report={report} />
        <dl className={styles.figures}>
          <div>
            <dt>{text('wall.open')}</dt>
            <dd>{formatNumber(campaign.open)}</dd>
          </div>
          <div data-late={campaign.overdue > 0}>
            <dt>{text('wall.overdue')}</dt>
            <dd>{formatNumber(campaign.overdue)}</dd>
          </div>
          <div>
            <dt>{text('wall.closed')}</dt>
            <dd>{formatNumber(campaign.closed)}</dd>
          </div>
          <div>
            <dt>{text('wall.foundOn', { day: campaign.day.slice(5) })}</dt>
            <dd>{formatNumber(campaign.found)}</dd>
          </div>
        </dl>
        <RateChart rates={figures.rates} />
        <StreetBars counts={figures.streets} activeId={street?.id ?? null} />
      </aside>
      <Ticker
        latest={campaign.latest}
        turn={stop + 1}
        className={(key) => classNames.get(key) ?? key}
        newest={campaign.newest}
        stale={stale}
        utcOffset={project.utcOffsetMinutes}
      />
    </div>
  );
}
