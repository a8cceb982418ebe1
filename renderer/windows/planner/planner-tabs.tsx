import type { DrawerTab } from '#renderer/features/drawer/drawer.tsx';
import { FindingsPanel } from '#renderer/features/findings/findings-panel.tsx';
import { HistoryTable } from '#renderer/features/tables/history-table.tsx';
import { IssuesTable } from '#renderer/features/tables/issues-table.tsx';
import { PeopleTable } from '#renderer/features/tables/people-table.tsx';
import { PointsTable } from '#renderer/features/tables/points-table.tsx';
import { ZonesTable } from '#renderer/features/tables/zones-table.tsx';
import { useView } from '#renderer/state/view.ts';
import type { Translate } from '#renderer/ui/use-text.ts';
import type { LatestIssues } from '#shared/analysis/latest-issues.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';

export type PlannerTab = 'findings' | 'zones' | 'points' | 'people' | 'issues' | 'history';

/** The tabs of the drawer in their order, with their counts. */
export function plannerTabs(
  text: Translate,
  document: Document,
  findings: number,
  issues: LatestIssues,
): DrawerTab<PlannerTab>[] {
  return [
    { key: 'findings', title: text('drawer.findings'), count: findings },
    { key: 'zones', title: text('drawer.zones'), count: document.all('zone').length },
    { key: 'points', title: text('drawer.points'), count: document.all('point').length },
    { key: 'people', title: text('drawer.people'), count: document.all('person').length },
    { key: 'issues', title: text('drawer.issues'), count: issues.count },
    { key: 'history', title: text('drawer.history'), count: null },
  ];
}

/** The table of one tab. */
export function PlannerTable(props: {
  tab: PlannerTab;
  document: Document;
  revision: number;
  issues: LatestIssues;
  proof: 'horizontal' | 'vertical' | null;
  onChoose: (id: string) => void;
  onFinding: (finding: Finding) => void;
  onIssue: (chunkId: string, index: number) => void;
}) {
  const { selectedId, select } = useView();
  const { document, revision, onChoose } = props;
  const table = { document, revision, selectedId };
  switch (props.tab) {
    case 'findings':
      return <FindingsPanel proof={props.proof} onGo={props.onFinding} />;
    case 'zones':
      return <ZonesTable {...table} onSelect={onChoose} onActivate={onChoose} />;
    case 'points':
      return <PointsTable {...table} onSelect={onChoose} onActivate={onChoose} />;
    case 'people':
      return <PeopleTable {...table} onSelect={select} />;
    case 'issues':
      return <IssuesTable issues={props.issues} onShow={props.onIssue} />;
    case 'history':
      return <HistoryTable />;
  }
}
