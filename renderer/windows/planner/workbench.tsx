import { App } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ContextMenu } from '#renderer/features/context-menu/context-menu.tsx';
import { DividePanel } from '#renderer/features/divide/divide-panel.tsx';
import { HandOverOffer } from '#renderer/features/hand-over/hand-over-offer.tsx';
import { useJump } from '#renderer/features/history/use-jump.ts';
import { IssueFilterPanel } from '#renderer/features/issue-filter/issue-filter-panel.tsx';
import { MergePanel } from '#renderer/features/keep/merge-panel.tsx';
import { LayerPanel } from '#renderer/features/legend/layer-panel.tsx';
import { LockList } from '#renderer/features/locks/lock-list.tsx';
import { AdoptDialog } from '#renderer/features/plans/adopt-dialog.tsx';
import { PlanLine } from '#renderer/features/plans/plan-line.tsx';
import { PlansPanel } from '#renderer/features/plans/plans-panel.tsx';
import { Rail, type RailPanel } from '#renderer/features/rail/rail.tsx';
import { TrialCard } from '#renderer/features/redraw/ground/trial-card.tsx';
import { ToolPalette } from '#renderer/features/redraw/tool-palette.tsx';
import { useRedraw } from '#renderer/features/redraw/use-redraw.ts';
import { RepairCard } from '#renderer/features/repair/repair-card.tsx';
import { StatusBar } from '#renderer/features/status-bar/status-bar.tsx';
import { TitleBar } from '#renderer/features/title-bar/title-bar.tsx';
import type { MapHandle } from '#renderer/map/map-view-props.ts';
import { chooseEntry } from '#renderer/state/borders.ts';
import { dropChoice } from '#renderer/state/chosen-zones.ts';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { runCheck, useFindings } from '#renderer/state/findings.ts';
import { settlePick, useMapPick } from '#renderer/state/map-pick.ts';
import { dropProposals } from '#renderer/state/divide.ts';
import { dropFix } from '#renderer/state/repair.ts';
import { useView } from '#renderer/state/view.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Host, MenuCommand } from '#shared/host/host.ts';
import { type Border, borderLevels } from '#shared/model/border.ts';
import { AsOfLine } from './as-of-line.tsx';
import { ChainLostLine } from './chain-lost-line.tsx';
import { HintLine } from './hint-line.tsx';
import { EmptyHint } from './empty-hint.tsx';
import styles from './planner.module.css';
import { PlannerCard } from './planner-card.tsx';
import { PlannerDrawer } from './planner-drawer.tsx';
import { PlannerMap } from './planner-map.tsx';
import { PlannerSearch } from './planner-search.tsx';
import { plannerTabs } from './planner-tabs.tsx';
import { ScenesControl } from './scenes-control.tsx';
import { useContest } from './use-contest.ts';
import { useCommandKeys } from './use-command-keys.ts';
import { useDrawer } from './use-drawer.ts';
import { useMapMenu } from './use-map-menu.ts';
import { useFoldedDrawer } from './use-folded-drawer.ts';
import { useGoing } from './use-going.ts';
import { useMatchingIssues } from './use-matching-issues.ts';
import { usePlannerCommands } from './use-planner-commands.ts';
import type { ProjectCommands } from './use-project-commands.ts';

/** The planner at work: the map, and around it the margin notes. */
export function Workbench(props: { host: Host; document: Document; commands: ProjectCommands }) {
  const { document, host } = props;
  const text = useText();
  const cardShown = useView(
    ({ selectedId, selectedIssue, spot }) =>
      selectedId !== null || selectedIssue !== null || spot !== null,
  );
  const map = useRef<MapHandle>(null);
  const frame = useRef<HTMLElement>(null);
  const show = useDialogs((state) => state.show);
  const issues = useMatchingIssues(document);
  const [panel, setPanel] = useState<RailPanel | null>('layers');
  const drawer = useDrawer();
  const { showFindings } = drawer;
  const going = useGoing(document, map);
  const { goToRecord, goToFinding, goToIssue, goToLines, goToSpot, askAtCentre, showAll } = going;

  const { chooseTab, setOpen } = drawer;
  const showBorder = useCallback(
    (border: Border) => {
      const level = borderLevels.find((one) => document.find(one, border.partyIds[0]));
      chooseEntry(border, level ?? 'zone');
      chooseTab('borders');
      setOpen(true);
    },
    [document, chooseTab, setOpen],
  );

  const { message } = App.useApp();
  const onRefused = useCallback(
    (reason: string) => {
      message.warning({ content: text('planner.refused', { reason }), duration: 6 });
    },
    [message, text],
  );
  const redraw = useRedraw(document, map, onRefused);
  const run = usePlannerCommands(host, props.commands);
  const onEscape = () => {
    if (settlePick(null) || redraw.escape() || dropFix()) return;
    if (dropChoice() || dropProposals()) return;
    const { activeFindingId, activateFinding, select } = useView.getState();
    if (activeFindingId) activateFinding(null);
    else if (cardShown) select(null);
    else setPanel(null);
  };
  useCommandKeys(run, {
    onEscape,
    onLayers: () => setPanel((was) => (was === 'layers' ? null : 'layers')),
    onCentre: askAtCentre,
    onTab: (index) => {
      const next = plannerTabs.at(index);
      if (next) drawer.focusTable(next[0]);
    },
  });
  useEffect(() => host.onMenuCommand((command: MenuCommand) => run(command)), [host, run]);
  // Once for each document; after that the findings follow the edits by themselves.
  useEffect(() => {
    if (document && !useFindings.getState().report) void runCheck();
  }, [document]);

  const { copy, contest } = useContest(map);
  useFoldedDrawer(copy !== null, drawer);
  const menu = useMapMenu(map);
  const jump = useJump();
  const pickHint = useMapPick((pick) => pick.hint);
  const closePanel = useCallback(() => setPanel(null), []);
  const showWall = useCallback(() => show('wall'), [show]);
  const openImport = useCallback(() => run('import'), [run]);
  return (
    <div className={styles.planner}>
      <div>
        <TitleBar onCommand={run} onFindings={showFindings} />
        <PlanLine />
        <AsOfLine />
        <ChainLostLine />
      </div>
      <div className={styles.middle}>
        <Rail active={copy ? null : panel} onActive={setPanel} onWall={showWall} />
        <main
          ref={frame}
          className={styles.map}
          aria-label={text('planner.map')}
          onKeyDown={menu.onKeyDown}
        >
          <PlannerMap
            map={map}
            document={document}
            contest={contest}
            panelShown={panel !== null}
            cardShown={cardShown}
            hand={redraw.hand}
            tool={redraw.input}
            onFinding={showFindings}
            onBorder={showBorder}
            onMenu={menu.onMenu}
          />
          <div
            className={styles.tools}
            data-panel={copy ? 'wide' : panel !== null}
            data-beside={cardShown}
          >
            <ToolPalette hand={redraw.hand} />
          </div>
          <EmptyHint document={document} onImport={openImport} />
          {copy && (
            <aside className={styles.left} data-wide>
              <MergePanel copy={copy} />
            </aside>
          )}
          {panel && !copy && (
            <aside className={styles.left}>
              {panel === 'layers' && <LayerPanel onClose={closePanel} />}
              {panel === 'filter' && (
                <IssueFilterPanel count={issues.count} total={issues.total} onClose={closePanel} />
              )}
              {panel === 'plans' && <PlansPanel onClose={closePanel} />}
              {panel === 'divide' && (
                <DividePanel
                  host={host}
                  document={document}
                  onGround={(id) => showAll([id])}
                  onClose={closePanel}
                />
              )}
              {panel === 'scenes' && (
                <ScenesControl
                  document={document}
                  host={host}
                  map={map}
                  frame={frame}
                  onClose={closePanel}
                />
              )}
            </aside>
          )}
          {cardShown && (
            <aside className={styles.right}>
              <PlannerCard
                document={document}
                onSelect={goToRecord}
                onIssue={goToIssue}
                onFinding={goToFinding}
                onShowAll={showAll}
              />
            </aside>
          )}
          <div className={styles.repair} data-beside={cardShown}>
            <RepairCard />
            <TrialCard />
          </div>
          <div className={styles.locks}>
            <LockList
              document={document}
              onZone={goToRecord}
              onZones={showAll}
              onLines={goToLines}
            />
          </div>
          <div className={styles.offer}>
            <HandOverOffer />
          </div>
        </main>
      </div>
      <PlannerDrawer
        document={document}
        issues={issues}
        drawer={drawer}
        onChoose={goToRecord}
        onFinding={goToFinding}
        onIssue={goToIssue}
        onLines={goToLines}
      />
      <StatusBar>
        <HintLine first={pickHint} otherwise={text(cardShown ? 'hint.selected' : 'hint.nothing')} />
      </StatusBar>
      <ContextMenu
        document={document}
        onRecord={goToRecord}
        onFinding={goToFinding}
        onSpot={goToSpot}
        onJump={jump}
      />
      <AdoptDialog />
      <PlannerSearch document={document} onRecord={goToRecord} onPosition={goToSpot} />
    </div>
  );
}
