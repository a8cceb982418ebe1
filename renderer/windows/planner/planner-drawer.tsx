import { memo, useMemo } from 'react';
import { Drawer } from '#renderer/features/drawer/drawer.tsx';
import { useFindings } from '#renderer/state/findings.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { LatestIssues } from '#shared/analysis/latest-issues.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';
import { PlannerTable, type TableGoing, tabCounts, tabTitles } from './planner-tabs.tsx';
import type { useDrawer } from './use-drawer.ts';

const noFindings: readonly Finding[] = [];

/**
 * The tables below the map. It follows the document and the findings by itself: the window around it need
 * not be rendered for their sake.
 */
export const PlannerDrawer = memo(function PlannerDrawer(
  props: TableGoing & {
    document: Document;
    issues: LatestIssues;
    drawer: ReturnType<typeof useDrawer>;
  },
) {
  const { document, issues, drawer, onChoose, onFinding, onIssue, onLines } = props;
  const text = useText();
  const revision = useRevision();
  const findings = useFindings((state) => state.report?.findings) ?? noFindings;
  const titles = useMemo(() => tabTitles(text), [text]);
  const counts = useMemo(() => {
    void revision;
    return tabCounts(document, findings, issues);
  }, [document, revision, findings, issues]);
  const { tab, proof } = drawer;
  // The same element as before where nothing of it is otherwise: the findings are not rendered by the way.
  const table = useMemo(
    () => (
      <PlannerTable
        {...{ document, revision, tab, proof, issues }}
        {...{ onChoose, onFinding }}
        {...{ onIssue, onLines }}
      />
    ),
    [document, revision, tab, proof, issues, onChoose, onFinding, onIssue, onLines],
  );
  return (
    <Drawer
      tabs={titles}
      counts={counts}
      active={tab}
      open={drawer.open}
      focusTurn={drawer.focusTurn}
      onActive={drawer.chooseTab}
      onOpen={drawer.setOpen}
    >
      {table}
    </Drawer>
  );
});
