import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { texts } from '#shared/i18n/translate.ts';
import { untilMade } from './context-loss.ts';
import { DistrictMap } from './district-map.ts';
import styles from './map-view.module.css';
import type { MapHandle, MapHandlers, MapState, MapViewProps } from './map-view-props.ts';
import { useFrameScale } from './use-frame-scale.ts';

function handlersOf(props: MapViewProps): MapHandlers {
  const { onSelect, onMenu, onPointer, onCamera, onMove } = props;
  const { onHeatScale, onPointKinds, onHandles, onReady } = props;
  const pointing = { onSelect, onMenu, onPointer, onCamera, onMove };
  const all = { ...pointing, onHeatScale, onPointKinds, onHandles, onReady };
  return Object.fromEntries(
    Object.entries(all).filter(([, handler]) => handler !== undefined),
  ) as MapHandlers;
}

/**
 * The map of a document; fills its parent. It follows the document's patches and its props by
 * itself; what a window asks of it goes through the ref.
 */
export function MapView({ ref, ...props }: MapViewProps & { ref?: Ref<MapHandle> }) {
  const frame = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const scale = useFrameScale(frame, props.referenceHeight);
  const map = useRef<DistrictMap | null>(null);
  const [failed, setFailed] = useState(false);
  const latest = useRef(props);
  const latestScale = useRef(scale);
  const { document } = props;
  useLayoutEffect(() => {
    latest.current = props;
    latestScale.current = scale;
  });

  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const stop = untilMade(() => {
      const { document: _, ...state } = latest.current;
      map.current = new DistrictMap(
        element,
        document,
        state as MapState,
        () => handlersOf(latest.current),
        setFailed,
      );
      map.current.setScale(latestScale.current);
    }, setFailed);
    return () => {
      stop();
      map.current?.dispose();
      map.current = null;
    };
  }, [document]);

  useEffect(() => {
    map.current?.update(props);
  });

  useEffect(() => {
    map.current?.setScale(scale);
  }, [scale]);

  useImperativeHandle(
    ref,
    (): MapHandle => ({
      flyToBounds: (bounds) => map.current?.camera.flyToBounds(bounds),
      flyToPosition: (position, zoom) => map.current?.camera.flyToPosition(position, zoom),
      clearPanels: (bounds) => map.current?.camera.clearPanels(bounds),
      setCamera: (camera, durationMs) => map.current?.camera.setCamera(camera, durationMs),
      getCamera: () =>
        map.current?.camera.getCamera() ?? { centre: [104, 35.5], zoom: 3.5, bearing: 0, pitch: 0 },
      previewZones: (zones, hidden) => map.current?.previewZones(zones, hidden),
      showGhost: (ghosts, invalid) => map.current?.showGhost(ghosts, invalid),
      focus: () => map.current?.focus(),
      toPng: () =>
        map.current?.toPng() ?? Promise.reject(new Error('there is no map to take a picture of')),
    }),
    [],
  );

  const words = texts[props.locale].map;
  return (
    <div ref={frame} className={styles.frame}>
      <div
        ref={container}
        className={styles.map}
        data-testid="map"
        style={{
          width: `${100 / scale}%`,
          height: `${100 / scale}%`,
          transform: scale === 1 ? undefined : `scale(${scale})`,
        }}
      />
      {failed && (
        <div className={styles.failed} role="alert">
          <strong>{words.failed.title}</strong>
          <span>{words.failed.advice}</span>
        </div>
      )}
    </div>
  );
}
