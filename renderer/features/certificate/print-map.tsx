import { type Ref, useImperativeHandle, useRef } from 'react';
import { MapView } from '#renderer/map/map-view.tsx';
import type { MapHandle } from '#renderer/map/map-view-props.ts';
import { useView } from '#renderer/state/view.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { horizontalRules } from '#shared/model/rule.ts';
import type { Document } from '#shared/edits/document.ts';
import { earthRadiusM } from '#shared/geo/ring-area.ts';
import { allIssues } from '#shared/model/issue-filter.ts';
import { publicLayers } from '#shared/model/layer.ts';
import styles from './certificate.module.css';
import { pixelsPerPoint } from './pdf/page.ts';

const layers = { ...publicLayers, points: 0, teams: 0, disputes: 0 };
const rules: readonly string[] = horizontalRules;

/** Pixels of the picture to a pixel of the map's own layout, so that names are readable on paper. */
const enlargement = 2;

/** Radius of the sphere of web maps, in metres. */
const mercatorRadiusM = 6_378_137;

export interface PrintMapHandle {
  /** Picture of the whole district, and metres of ground to a point of the page. */
  picture(): Promise<{ picture: ImageBitmap; metresPerPoint: number }>;
}

/** The district's map for paper: out of sight, as large as it is printed, always in light colours. */
export function PrintMap({
  ref,
  ...props
}: {
  ref: Ref<PrintMapHandle>;
  document: Document;
  findings: readonly Finding[];
  /** Size on the page in points. */
  width: number;
  height: number;
  onReady: () => void;
}) {
  const map = useRef<MapHandle>(null);
  const locale = useView((state) => state.locale);
  const height = props.height * pixelsPerPoint;
  useImperativeHandle(ref, () => ({
    picture: async () => {
      if (!map.current) throw new Error('there is no map to print');
      const picture = await createImageBitmap(await map.current.toPng());
      const { zoom, centre } = map.current.getCamera();
      const round = 2 * Math.PI * mercatorRadiusM * Math.cos((centre[1] * Math.PI) / 180);
      const metresPerPixel = round / (512 * 2 ** zoom);
      // Mercator's sphere is larger than the one on which areas are measured.
      const scale = earthRadiusM / mercatorRadiusM;
      return {
        picture,
        metresPerPoint: (metresPerPixel * scale * pixelsPerPoint) / enlargement,
      };
    },
  }));
  return (
    <div
      className={styles.printMap}
      style={{ width: props.width * pixelsPerPoint, height }}
      aria-hidden
    >
      <MapView
        ref={map}
        document={props.document}
        theme="light"
        locale={locale}
        layers={layers}
        issueFilter={allIssues}
        heatRadiusM={300}
        findings={props.findings.filter(({ rule }) => rules.includes(rule))}
        activeFindingId={null}
        selectedId={null}
        interactive={false}
        referenceHeight={height / enlargement}
        onReady={props.onReady}
      />
    </div>
  );
}
