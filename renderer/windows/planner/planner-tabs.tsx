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

/** The tables of the drawer, with their counts. */
export function plannerTabs(props: {
  text: Translate;
  document: Document;
  revision: number;
  issues: LatestIssues;
  proof: 'horizontal' | 'vertical' | null;
  findings: readonly Finding[];
  choose: (id: string) => void;
  goToFinding: (finding: Finding) => void;
  showIssue: (chunkId: string, index: number) => void;
}): DrawerTab[] {
  const { text, document, revision, choose } = props;
  const { selectedId, select } = useView.getState();
  const table = { document, revision, selectedId };
  return [
    {
      key: 'findings',
      title: text('drawer.findings'),
      count: props.findings.length,
      content: () => <FindingsPanel proof={props.proof} onGo={props.goToFinding} />,
    },
    {
      key: 'zones',
      title: text('drawer.zones'),
      count: document.all('zone').length,
      content: () => <ZonesTable {...table} onSelect={choose} onActivate={choose} />,
    },
    {
      key: 'points',
      title: text('drawer.points'),
      count: document.all('point').length,
      content: () => <PointsTable {...table} onSelect={choose} onActivate={choose} />,
    },
    {
      key: 'people',
      title: text('drawer.people'),
      count: document.all('person').length,
      content: () => <PeopleTable {...table} onSelect={select} />,
    },
    {
      key: 'issues',
      title: text('drawer.issues'),
      count: props.issues.count,
      content: () => <IssuesTable issues={props.issues} onShow={props.showIssue} />,
    },
    {
      key: 'history',
      title: text('drawer.history'),
      count: null,
      content: () => <HistoryTable />,
    },
  ];
}
