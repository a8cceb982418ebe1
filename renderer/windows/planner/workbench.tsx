import { bbox } from '@turf/turf';
import { App } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Detail } from '#renderer/features/detail/detail.tsx';
import { Drawer } from '#renderer/features/drawer/drawer.tsx';
import { IssueFilterPanel } from '#renderer/features/issue-filter/issue-filter-panel.tsx';
import { LayerPanel } from '#renderer/features/legend/layer-panel.tsx';
import { Legend } from '#renderer/features/legend/legend.tsx';
import { Rail, type RailPanel } from '#renderer/features/rail/rail.tsx';
import { SearchPalette } from '#renderer/features/search/search-palette.tsx';
import { useSearchIndex } from '#renderer/features/search/use-search-index.ts';
import { StatusBar } from '#renderer/features/status-bar/status-bar.tsx';
import { TitleBar } from '#renderer/features/title-bar/title-bar.tsx';
import { useVertexDrag } from '#renderer/features/vertex-drag/use-vertex-drag.ts';
import { MapView } from '#renderer/map/map-view.tsx';
import type { Bounds, HeatScale, MapHandle, MapHit } from '#renderer/map/map-view-props.ts';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { runCheck, useFindings } from '#renderer/state/findings.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useView } from '#renderer/state/view.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';
import { fromGrid } from '#shared/geo/grid.ts';
import type { Host, MenuCommand } from '#shared/host/host.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { zoneGround } from '#shared/model/zone-ground.ts';
import styles from './planner.module.css';
import { type PlannerTab, PlannerTable, plannerTabs } from './planner-tabs.tsx';
import { ScenesControl } from './scenes-control.tsx';
import { useCommandKeys } from './use-command-keys.ts';
import { useMatchingIssues } from './use-matching-issues.ts';
import { usePlannerCommands } from './use-planner-commands.ts';
import type { ProjectCommands } from './use-project-commands.ts';

const noFindings: readonly Finding[] = [];

/** The planner at work: the map, and around it the margin notes. */
export function Workbench(props: { host: Host; document: Document; commands: ProjectCommands }) {
  const { document, host } = props;
  const text = useText();
  const view = useView();
  const revision = useRevision();
  const map = useRef<MapHandle>(null);
  const frame = useRef<HTMLElement>(null);
  const report = useFindings((state) => state.report);
  const findings = report?.findings ?? noFindings;
  const { open, show, close } = useDialogs();
  const entries = useSearchIndex(document, revision);
  const issues = useMatchingIssues(document, revision);
  const [panel, setPanel] = useState<RailPanel | null>('layers');
  const [tab, setTab] = useState<PlannerTab>('findings');
  const [drawerOpen, setDrawerOpen] = useState(true);
  const [focusTurn, setFocusTurn] = useState(0);
  const [proof, setProof] = useState<'horizontal' | 'vertical' | null>(null);
  const [pointer, setPointer] = useState<LonLat | null>(null);
  const [pointKinds, setPointKinds] = useState<string[]>([]);
  const [heat, setHeat] = useState<HeatScale | null>(null);

  const goToRecord = useCallback(
    (id: string) => {
      const target = placeOf(document, id);
      if (target?.bounds) map.current?.flyToBounds(target.bounds);
      else if (target?.position) map.current?.flyToPosition(target.position, 16);
    },
    [document],
  );
  const { select, selectIssue, activateFinding } = view;
  const choose = useCallback(
    (id: string) => {
      select(id);
      // Once the card stands, the map knows how much of it is covered.
      requestAnimationFrame(() => goToRecord(id));
    },
    [select, goToRecord],
  );
  // The map flies to the active finding by itself.
  const goToFinding = useCallback(
    (finding: Finding) => activateFinding(finding.id),
    [activateFinding],
  );
  const showIssue = useCallback(
    (chunkId: string, index: number) => {
      selectIssue({ chunkId, index });
      const chunk = document.find('issueChunk', chunkId);
      if (!chunk) return;
      map.current?.flyToPosition(
        [fromGrid(chunk.longitude[index] as number), fromGrid(chunk.latitude[index] as number)],
        17,
      );
    },
    [document, selectIssue],
  );
  const onHit = useCallback(
    (hit: MapHit | null) => {
      if (hit?.type === 'record') select(hit.id);
      else if (hit?.type === 'issue') selectIssue(hit);
      else if (hit?.type === 'finding') {
        activateFinding(hit.id);
        setTab('findings');
        setDrawerOpen(true);
      } else select(null);
    },
    [select, selectIssue, activateFinding],
  );

  // The first outline of a project comes by import: show it.
  const districtId = document.all('district')[0]?.id;
  const shown = useRef({ document, districtId });
  useEffect(() => {
    const before = shown.current;
    shown.current = { document, districtId };
    if (before.document === document && !before.districtId && districtId) goToRecord(districtId);
  }, [document, districtId, goToRecord]);

  const run = usePlannerCommands(host, props.commands);
  const onEscape = useCallback(() => {
    if (view.activeFindingId) activateFinding(null);
    else if (view.selectedId || view.selectedIssue) select(null);
    else setPanel(null);
  }, [view.activeFindingId, view.selectedId, view.selectedIssue, activateFinding, select]);
  const tabs = plannerTabs(text, document, findings, issues);
  useCommandKeys(run, {
    onEscape,
    onLayers: () => setPanel((was) => (was === 'layers' ? null : 'layers')),
    onTab: (index) => {
      const next = tabs[index];
      if (next) {
        setTab(next.key);
        setDrawerOpen(true);
        setFocusTurn((turn) => turn + 1);
      }
    },
  });
  useEffect(() => host.onMenuCommand((command: MenuCommand) => run(command)), [host, run]);
  const { message } = App.useApp();
  const onRefused = useCallback(
    (reason: string) => {
      message.warning({ content: text('planner.refused', { reason }), duration: 6 });
    },
    [message, text],
  );
  const vertices = useVertexDrag(document, revision, view.selectedId, map, onRefused);
  const detailShown = view.selectedId !== null || view.selectedIssue !== null;
  const padding = useMemo(
    () => ({ top: 24, right: detailShown ? 356 : 24, bottom: 24, left: panel ? 336 : 24 }),
    [panel, detailShown],
  );
  // Once for each document; after that the findings follow the edits by themselves.
  useEffect(() => {
    if (document && !useFindings.getState().report) void runCheck();
  }, [document]);

  return (
    <div className={styles.planner}>
      <TitleBar
        onCommand={run}
        onFindings={(which) => {
          setProof(which);
          setTab('findings');
          setDrawerOpen(true);
        }}
      />
      <div className={styles.middle}>
        <Rail active={panel} onActive={setPanel} onWall={() => show('wall')} />
        <main ref={frame} className={styles.map} aria-label={text('planner.map')}>
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
            selectedId={view.selectedId}
            selectedIssue={view.selectedIssue}
            vertices={vertices.vertices}
            vertexDrag={vertices.drag}
            onHandles={vertices.onHandles}
            interactive
            padding={padding}
            onSelect={onHit}
            onPointer={setPointer}
            onHeatScale={setHeat}
            onPointKinds={setPointKinds}
          />
          {panel && (
            <aside className={styles.left}>
              {panel === 'layers' && <LayerPanel onClose={() => setPanel(null)} />}
              {panel === 'filter' && (
                <IssueFilterPanel
                  count={issues.count}
                  total={issues.total}
                  onClose={() => setPanel(null)}
                />
              )}
              {panel === 'scenes' && (
                <ScenesControl
                  host={host}
                  document={document}
                  revision={revision}
                  map={map}
                  frame={frame}
                  onClose={() => setPanel(null)}
                />
              )}
            </aside>
          )}
          {detailShown && (
            <aside className={styles.right}>
              <Detail
                document={document}
                revision={revision}
                findings={findings}
                onSelect={choose}
                onIssue={showIssue}
                onFinding={goToFinding}
              />
            </aside>
          )}
          <div className={styles.legend} data-beside={detailShown}>
            <Legend document={document} findings={findings} heat={heat} pointKinds={pointKinds} />
          </div>
        </main>
      </div>
      <Drawer
        tabs={tabs}
        active={tab}
        open={drawerOpen}
        focusTurn={focusTurn}
        onActive={(key) => {
          setTab(key);
          setProof(null);
        }}
        onOpen={setDrawerOpen}
      >
        <PlannerTable
          tab={tab}
          document={document}
          revision={revision}
          issues={issues}
          proof={proof}
          onChoose={choose}
          onFinding={goToFinding}
          onIssue={showIssue}
        />
      </Drawer>
      <StatusBar
        hint={vertices.hint ?? text(detailShown ? 'hint.selected' : 'hint.nothing')}
        pointer={pointer}
      />
      {open === 'search' && (
        <SearchPalette
          entries={entries}
          onChoose={(entry) => {
            close();
            choose(entry.record.id);
          }}
          onClose={close}
        />
      )}
    </div>
  );
}

/** Where a record lies: its bounds, its position, or the place of what it belongs to. */
function placeOf(
  document: Document,
  id: string,
): { bounds?: Bounds; position?: LonLat } | undefined {
  const record = document.get(id);
  switch (record?.kind) {
    case 'point':
      return { position: record.position };
    case 'team':
      return { position: record.base };
    case 'zone': {
      const ground = zoneGround(record);
      return ground ? { bounds: bbox(ground) as Bounds } : undefined;
    }
    case 'district':
    case 'street':
    case 'community':
    case 'exception':
      return { bounds: bbox(record.geometry) as Bounds };
    case 'person': {
      const post = document.all('post').find((held) => held.personId === id);
      return post ? placeOf(document, post.targetId) : undefined;
    }
    default:
      return undefined;
  }
}
