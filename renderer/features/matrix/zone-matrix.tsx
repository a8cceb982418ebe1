import { type ReactNode, useMemo, useState } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { useFindings } from '#renderer/state/findings.ts';
import { formatArea } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { otherCategories } from '#shared/checks/horizontal/coverage-classes.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { MatrixGrid, type MatrixPlace } from './matrix-grid.tsx';
import type { MatrixProps } from './matrix-props.ts';
import styles from './matrix.module.css';
import { narrowed } from './narrowed.ts';
import { ZoneCellCard } from './zone-cell-card.tsx';

const others = 'others';

/** Streets × classes of issue that zones are limited to: how many zones answer, and where none does. */
export function ZoneMatrix(props: MatrixProps & { chooser: ReactNode }) {
  const text = useText();
  const { document, revision } = props;
  const { answer, error } = useAnswer('zoneClasses', {});
  const findings = useFindings((state) => state.report?.findings);
  const [chosen, setChosen] = useState<{ row: string; column: string } | null>(null);
  const names = useMemo(() => {
    void revision;
    const classes = document.all('project')[0]?.schemes.issueClasses ?? [];
    return new Map(classes.map(({ key, name }) => [key, name]));
  }, [document, revision]);
  const isLimited = (answer?.classes.length ?? 0) > 1;
  const shown = useMemo(() => {
    if (!answer) return null;
    const group = { group: '', groupTitle: '' };
    const columns = answer.classes.map((issueClass) => ({
      ...group,
      key: issueClass ?? others,
      title:
        issueClass === null
          ? text(isLimited ? 'matrix.otherClasses' : 'matrix.allClasses')
          : (names.get(issueClass) ?? issueClass),
      issueClass,
    }));
    return narrowed({
      rows: answer.streets.map(({ id, name }) => ({ key: id, title: name })),
      columns,
      counts: answer.zones,
      isWanted: () => true,
      onlyGaps: false,
    });
  }, [answer, names, isLimited, text]);
  const place = chosen && shown?.placeOf(chosen.row, chosen.column);
  const row = place && shown?.rows[place.row];
  const column = place && shown?.columns[place.column];
  const gaps = useMemo(
    () => (column ? gapsOf(findings ?? [], column.issueClass) : []),
    [findings, column],
  );
  const allGaps = useMemo(() => (findings ?? []).filter(({ rule }) => rule === 'gap'), [findings]);
  const without = allGaps.reduce((sum, { areaM2 }) => sum + (areaM2 ?? 0), 0);
  const select = (at: MatrixPlace) => {
    const [atRow, atColumn] = [shown?.rows[at.row], shown?.columns[at.column]];
    if (atRow && atColumn) setChosen({ row: atRow.key, column: atColumn.key });
  };
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        {props.chooser}
        <span className={styles.quiet}>{text('matrix.zoneGroup')}</span>
        {answer && !isLimited && <span className={styles.quiet}>{text('matrix.noneLimited')}</span>}
        <p className={styles.summary} role="status">
          {shown &&
            text('matrix.zoneSummary', {
              gaps: shown.gaps,
              cells: shown.cells,
              ground: formatArea(without),
            })}
        </p>
      </div>
      <div className={styles.body}>
        {!shown || shown.cells === 0 ? (
          <div className={styles.hint} role="status">
            {error ?? text(shown ? 'matrix.noStreets' : 'matrix.asking')}
          </div>
        ) : (
          <MatrixGrid
            label={text('matrix.zones')}
            rows={shown.rows}
            columns={shown.columns}
            count={shown.count}
            describe={(at) =>
              text('matrix.zoneCell', {
                street: shown.rows[at.row]?.title ?? '',
                issueClass: shown.columns[at.column]?.title ?? '',
                count: shown.count(at),
              })
            }
            selected={place ?? null}
            onSelect={select}
            onOpen={select}
          />
        )}
        {row && column && (
          <ZoneCellCard
            key={`${row.key} ${column.key}`}
            cell={{ streetId: row.key, issueClass: column.issueClass }}
            titles={{ street: row.title, issueClass: column.title }}
            gaps={gaps}
            onChoose={props.onChoose}
            onFinding={props.onFinding}
          />
        )}
      </div>
    </div>
  );
}

/** Ground that no zone covers for a class of issue; null: for those that no zone names. */
function gapsOf(findings: readonly Finding[], issueClass: string | null): Finding[] {
  return findings.filter(
    ({ rule, issueClasses }) =>
      rule === 'gap' &&
      (issueClasses === null || issueClasses.includes(issueClass ?? otherCategories)),
  );
}
