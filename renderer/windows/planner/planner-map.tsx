import { memo, type RefObject, useCallback, useState } from 'react';
import { Legend } from '#renderer/features/legend/legend.tsx';
import type { ToolHand } from '#renderer/features/redraw/tool-hand.ts';
import { useVertexDrag } from '#renderer/features/vertex-drag/use-vertex-drag.ts';
import { MapView } from '#renderer/map/map-view.tsx';
import type {
  Contest,
  HeatScale,
  MapHandle,
  MapHit,
  MenuPlace,
} from '#renderer/map/map-view-props.ts';
import type { ToolInput } from '#renderer/map/tools/tool-input.ts';
import { useBorders } from '#renderer/state/borders.ts';
import { chooseAlso, useChosenZones } from '#renderer/state/chosen-zones.ts';
import { listedFindings, useFindings } from '#renderer/state/findings.ts';
import { useTrialMoves } from '#renderer/state/ground-trial.ts';
import { useProposedMoves } from '#renderer/state/divide.ts';
import { showConflict, useMergeShown } from '#renderer/state/keep/merge-shown.ts';
import { settlePick } from '#renderer/state/map-pick.ts';
import { setPointer } from '#renderer/state/pointer.ts';
import { usePreview } from '#renderer/state/repair.ts';
import { useUncovered } from '#renderer/state/uncovered.ts';
import { useView } from '#renderer/state/view.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Border } from '#shared/model/border.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import styles from './planner.module.css';
import { useCardRoom } from './use-card-room.ts';

/** Whether a record is ground, of which a click means one spot. */
function isGround(document: Document, id: string): boolean {
  const kind = document.get(id)?.kind;
  return kind === 'zone' || kind === 'community' || kind === 'street';
}

/** Whether the copy that is being merged has another state of it. */
const isContested = (id: string): boolean =>
  useMergeShown.getState().copy?.plan.conflicts.some((one) => one.id === id) ?? false;

/** The planner's map as the view asks for it, with its legend. */
export const PlannerMap = memo(function PlannerMap(props: {
  map: RefObject<MapHandle | null>;
  document: Document;
  /** Two states of a place, of which one is to be chosen. */
  contest: Contest | null;
  panelShown: boolean;
  cardShown: boolean;
  hand: ToolHand;
  /** The tool in hand; null while none is. */
  tool: ToolInput | null;
  /** A finding was clicked. */
  onFinding: () => void;
  /** A border in dispute was clicked. */
  onBorder: (border: Border) => void;
  onMenu: (place: MenuPlace) => void;
}) {
  const { map, document, contest, panelShown, cardShown, hand, tool, onFinding, onBorder } = props;
  const view = useView();
  const findings = useFindings((state) => listedFindings(state.report));
  const vertices = useVertexDrag(document, view.selectedId, hand);
  const fixed = usePreview();
  const tried = useTrialMoves();
  const chosen = useChosenZones((state) => state.ids);
  const proposed = useProposedMoves();
  const course = useBorders((state) => state.course);
  const { select, selectSpot, selectIssue, activateFinding } = view;
  const uncovered = useUncovered((state) => state.ids);
  const [pointKinds, setPointKinds] = useState<string[]>([]);
  const [heat, setHeat] = useState<HeatScale | null>(null);

  const onHit = useCallback(
    (hit: MapHit | null, position: LonLat, also: boolean) => {
      if (settlePick(position)) return;
      if (also && hit?.type === 'record' && document.find('zone', hit.id)) {
        return chooseAlso(hit.id);
      }
      const border = hit?.type === 'record' ? document.find('border', hit.id) : undefined;
      if (border) onBorder(border);
      else if (hit?.type === 'record' && isContested(hit.id)) showConflict(hit.id);
      else if (hit?.type === 'record')
        select(hit.id, isGround(document, hit.id) ? position : undefined);
      else if (hit?.type === 'issue') selectIssue(hit);
      else if (hit?.type === 'finding') {
        activateFinding(hit.id);
        onFinding();
      } else selectSpot(position);
    },
    [document, select, selectSpot, selectIssue, activateFinding, onFinding, onBorder],
  );
  const padding = useCardRoom({
    left: contest ? 'wide' : panelShown,
    detail: cardShown,
    tool: tool !== null,
  });

  return (
    <>
      <MapView
        ref={map}
        document={document}
        theme={view.theme}
        locale={view.locale}
        layers={view.layers}
        issueFilter={view.issueFilter}
        heatRadiusM={view.heatRadiusM}
        findings={findings}
        activeFindingId={view.activeFindingId}
        preview={tried ?? fixed ?? proposed}
        contest={contest}
        uncoveredIds={uncovered}
        selectedId={view.selectedId}
        selectedIssue={view.selectedIssue}
        course={course}
        spot={view.spot}
        highlightIds={chosen.length > 0 ? chosen : view.highlightIds}
        vertices={vertices.vertices}
        vertexDrag={vertices.drag}
        onHandles={vertices.onHandles}
        tool={tool}
        interactive
        padding={padding}
        onSelect={onHit}
        onMenu={props.onMenu}
        onPointer={setPointer}
        onHeatScale={setHeat}
        onPointKinds={setPointKinds}
      />
      <div className={styles.legend} data-beside={cardShown}>
        <Legend document={document} findings={findings} heat={heat} pointKinds={pointKinds} />
      </div>
    </>
  );
});
