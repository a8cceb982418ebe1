import { type PointerEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { boundsOf } from '#renderer/map/geometry-bounds.ts';
import { MapView } from '#renderer/map/map-view.tsx';
import type { Camera, MapHandle } from '#renderer/map/map-view-props.ts';
import { useView } from '#renderer/state/view.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { GroundMove } from '#shared/analysis/ground-moves.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { isEmptyPatch } from '#shared/edits/patch.ts';
import { allIssues } from '#shared/model/issue-filter.ts';
import { publicLayers } from '#shared/model/layer.ts';
import styles from './compare.module.css';
import type { PlanPair } from './plan-pair.ts';

export type CompareView = 'beside' | 'swipe' | 'difference';

/** Where ground changes hands, the rest is only a faint background. */
const faint = 0.3;
const layers = { ...publicLayers, points: 0, teams: 0, disputes: 0, findings: 0 };
const faintLayers = { ...layers, zones: faint };
const noFindings = [] as const;
/** For so long the second map shows the plan before, at most. */
const longestWaitMs = 1000;
/** Keys move the divider by so many percent. */
const step = 5;

/** Two plans on two maps with one camera: beside each other, one over the other, or what differs. */
export function CompareMaps(props: {
  pair: PlanPair;
  view: CompareView;
  names: readonly [before: string, after: string];
  moves: readonly GroundMove[] | null;
  selectedId: string | null;
}) {
  const text = useText();
  const { theme, locale } = useView();
  const { pair, view, names, moves } = props;
  const maps = [useRef<MapHandle>(null), useRef<MapHandle>(null)] as const;
  const frame = useRef<HTMLDivElement>(null);
  const following = useRef(false);
  const changed = useRef<PlanPair | null>(null);
  const [divider, setDivider] = useState(50);

  // Once it has drawn the plan before, so that zones which stay keep the colours of the other map; a slow
  // machine is not waited for.
  const showAfter = useCallback(() => {
    if (changed.current === pair) return;
    changed.current = pair;
    if (!isEmptyPatch(pair.change)) pair.after.apply(pair.change);
  }, [pair]);
  useEffect(() => {
    const timer = setTimeout(showAfter, longestWaitMs);
    return () => clearTimeout(timer);
  }, [showAfter]);
  const follow = (from: 0 | 1) => (camera: Camera) => {
    if (following.current) return;
    following.current = true;
    maps[from === 0 ? 1 : 0].current?.setCamera(camera, 0);
    following.current = false;
  };
  useEffect(() => {
    // The maps have changed their sizes.
    const camera = maps[1].current?.getCamera();
    if (camera) requestAnimationFrame(() => maps[0].current?.setCamera(camera, 0));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the two refs are always the same
  }, [view]);
  // To what differs once that is known, and to a zone that is chosen.
  useEffect(() => {
    const bounds = boundsOf((moves ?? []).map(({ polygon }) => polygon));
    if (bounds) maps[1].current?.flyToBounds(bounds);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the two refs are always the same
  }, [moves]);
  useEffect(() => {
    if (props.selectedId === null) return;
    const grounds = [pair.before, pair.after].flatMap((document) => {
      const zone = document.find('zone', props.selectedId ?? '');
      return zone ? [zoneGround(zone)] : [];
    });
    const bounds = boundsOf(grounds);
    if (bounds) maps[1].current?.flyToBounds(bounds);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the two refs are always the same
  }, [pair, props.selectedId]);
  const onDrag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = frame.current?.getBoundingClientRect();
    if (!box) return;
    const share = (100 * (event.clientX - box.left)) / box.width;
    setDivider(Math.min(100, Math.max(0, share)));
  };
  const shared = useMemo(
    () => ({
      theme,
      locale,
      layers,
      issueFilter: allIssues,
      heatRadiusM: 250,
      findings: noFindings,
      activeFindingId: null,
      interactive: true,
    }),
    [theme, locale],
  );
  return (
    <div ref={frame} className={styles.maps} data-view={view}>
      <section aria-label={names[0]} className={styles.map} inert={view === 'difference'}>
        <MapView
          ref={maps[0]}
          {...shared}
          document={pair.before}
          selectedId={props.selectedId}
          onMove={follow(0)}
        />
        <span className={styles.name} data-side="before">
          {names[0]}
        </span>
      </section>
      <section
        aria-label={view === 'difference' ? text('compare.view.difference') : names[1]}
        className={styles.map}
        style={view === 'swipe' ? { clipPath: `inset(0 0 0 ${divider}%)` } : undefined}
      >
        <MapView
          ref={maps[1]}
          {...shared}
          document={pair.after}
          layers={view === 'difference' ? faintLayers : layers}
          preview={view === 'difference' ? moves : null}
          selectedId={props.selectedId}
          onMove={follow(1)}
          onReady={showAfter}
        />
        <span className={styles.name} data-side="after">
          {view === 'difference' ? text('compare.differenceHint') : names[1]}
        </span>
      </section>
      {view === 'swipe' && (
        <div
          className={styles.divider}
          style={{ left: `${divider}%` }}
          role="slider"
          tabIndex={0}
          aria-label={text('compare.divider')}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(divider)}
          onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
          onPointerMove={onDrag}
          onKeyDown={({ key }) => {
            const by = key === 'ArrowRight' ? step : key === 'ArrowLeft' ? -step : 0;
            if (by !== 0) setDivider((at) => Math.min(100, Math.max(0, at + by)));
          }}
        />
      )}
    </div>
  );
}
