import { BordersTable } from '#renderer/features/borders/borders-table.tsx';
import type { DrawerTab } from '#renderer/features/drawer/drawer.tsx';
import { FindingsPanel } from '#renderer/features/findings/findings-panel.tsx';
import { DutyTab } from '#renderer/features/duty/duty-tab.tsx';
import { MatrixTab } from '#renderer/features/matrix/matrix-tab.tsx';
import { HistoryPanel } from '#renderer/features/history/history-panel.tsx';
import { LedgerPanel } from '#renderer/features/ledger/ledger-panel.tsx';
import { NumbersTab } from '#renderer/features/numbers/numbers-tab.tsx';
import { OrganisationPanel } from '#renderer/features/organisation/organisation-panel.tsx';
import { RosterPanel } from '#renderer/features/roster/roster-panel.tsx';
import { IssuesTable } from '#renderer/features/tables/issues-table.tsx';
import { PointsTable } from '#renderer/features/tables/points-table.tsx';
import { VacanciesTable } from '#renderer/features/vacancies/vacancies-table.tsx';
import { ZonesTable } from '#renderer/features/tables/zones-table.tsx';
import { useView } from '#renderer/state/view.ts';
import type { Translate } from '#renderer/ui/use-text.ts';
import type { LatestIssues } from '#shared/analysis/latest-issues.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';
import type { LonLat } from '#shared/model/primitives.ts';

export type PlannerTab =
  | 'findings'
  | 'zones'
  | 'numbers'
  | 'points'
  | 'issues'
  | 'roster'
  | 'organisation'
  | 'matrix'
  | 'vacancies'
  | 'duty'
  | 'borders'
  | 'ledger'
  | 'history';
/** What the tabs are about, in their order: the proofs, the ground, who answers for it, how much work it is, its borders, the past. */
type TabGroup = 'proof' | 'ground' | 'people' | 'work' | 'border' | 'log';

/** The tabs of the drawer in their order, each with its group. */
export const plannerTabs: readonly (readonly [key: PlannerTab, group: TabGroup])[] = [
  ['findings', 'proof'],
  ['zones', 'ground'],
  ['points', 'ground'],
  ['issues', 'ground'],
  ['roster', 'people'],
  ['organisation', 'people'],
  ['matrix', 'people'],
  ['vacancies', 'people'],
  ['duty', 'people'],
  ['numbers', 'work'],
  ['borders', 'border'],
  ['ledger', 'border'],
  ['history', 'log'],
];

/** The tabs by their names. */
export function tabTitles(text: Translate): DrawerTab<PlannerTab>[] {
  return plannerTabs.map(([key, group]) => ({ key, group, title: text(`drawer.${key}`) }));
}

/** How much there is behind each tab that counts something. */
export function tabCounts(
  document: Document,
  findings: readonly Finding[],
  issues: LatestIssues,
): Partial<Record<PlannerTab, number>> {
  return {
    findings: findings.length,
    zones: document.all('zone').length,
    points: document.all('point').length,
    ...(issues.count !== null && { issues: issues.count }),
    roster: document.all('post').length,
    organisation: document.all('organisation').length,
    vacancies: findings.filter(isVacancy).length,
    borders: document.all('border').length,
  };
}

const isVacancy = ({ rule }: Finding) => rule === 'vacant' || rule === 'expired';

/** Where a table leads. */
export interface TableGoing {
  onChoose: (id: string) => void;
  onFinding: (finding: Finding) => void;
  onIssue: (chunkId: string, index: number) => void;
  onLines: (lines: readonly (readonly LonLat[])[]) => void;
}

/** The table of one tab. */
export function PlannerTable(
  props: TableGoing & {
    tab: PlannerTab;
    document: Document;
    revision: number;
    issues: LatestIssues;
    proof: 'horizontal' | 'vertical' | null;
  },
) {
  const selectedId = useView((view) => view.selectedId);
  const { document, revision, onChoose } = props;
  const table = { document, revision, selectedId };
  switch (props.tab) {
    case 'findings':
      return <FindingsPanel proof={props.proof} onGo={props.onFinding} />;
    case 'zones':
      return <ZonesTable {...table} onSelect={onChoose} onActivate={onChoose} />;
    case 'numbers':
      return <NumbersTab document={document} selectedId={selectedId} onSelect={onChoose} />;
    case 'points':
      return <PointsTable {...table} onSelect={onChoose} onActivate={onChoose} />;
    case 'roster':
      return <RosterPanel {...table} onSelect={onChoose} />;
    case 'organisation':
      return <OrganisationPanel {...table} onSelect={onChoose} />;
    case 'vacancies':
      return <VacanciesTable document={document} selectedId={selectedId} onSelect={onChoose} />;
    case 'issues':
      return <IssuesTable issues={props.issues} onShow={props.onIssue} />;
    case 'matrix':
      return (
        <MatrixTab
          document={document}
          revision={revision}
          onChoose={onChoose}
          onFinding={props.onFinding}
        />
      );
    case 'duty':
      return <DutyTab document={document} revision={revision} onChoose={onChoose} />;
    case 'borders':
      return (
        <BordersTable
          document={document}
          revision={revision}
          onLines={props.onLines}
          onIssue={props.onIssue}
        />
      );
    case 'ledger':
      return <LedgerPanel document={document} onIssue={props.onIssue} />;
    case 'history':
      return <HistoryPanel onRecord={onChoose} />;
  }
}
