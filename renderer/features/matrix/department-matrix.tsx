import { Button, Checkbox, Select } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { useTableThere } from '#renderer/ui/table-there.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { CellCard } from './cell-card.tsx';
import { narrowed } from './narrowed.ts';
import { MatrixGrid, type MatrixPlace } from './matrix-grid.tsx';
import type { MatrixProps } from './matrix-props.ts';
import styles from './matrix.module.css';
import { UnclaimedCard } from './unclaimed-card.tsx';

/** Streets × departments × classes of issue: where a department has nobody for what it answers for. */
export function DepartmentMatrix(props: MatrixProps & { chooser: ReactNode }) {
  const text = useText();
  const { document, revision } = props;
  const { answer, error } = useAnswer('matrix', {});
  const [departmentId, setDepartmentId] = useState<string | null>(null);
  const [issueClass, setIssueClass] = useState<string | null>(null);
  const [onlyGaps, setOnlyGaps] = useState(false);
  /** Key of the street, and of the column. */
  const [chosen, setChosen] = useState<{ row: string; column: string } | null>(null);
  const [claiming, setClaiming] = useState(false);
  const names = useMemo(() => {
    void revision;
    const classes = document.all('project')[0]?.schemes.issueClasses ?? [];
    return new Map(classes.map(({ key, name }) => [key, name]));
  }, [document, revision]);

  const shown = useMemo(() => {
    if (!answer) return null;
    const columns = answer.columns.map(({ organisationId, organisation, issueClass: key }) => ({
      key: `${organisationId} ${key}`,
      title: names.get(key) ?? key,
      group: organisationId,
      groupTitle: organisation,
      issueClass: key,
    }));
    return narrowed({
      rows: answer.streets.map(({ id, name }) => ({ key: id, title: name })),
      columns,
      counts: answer.holders,
      isWanted: (column) =>
        (departmentId === null || column.group === departmentId) &&
        (issueClass === null || column.issueClass === issueClass),
      onlyGaps,
    });
  }, [answer, names, departmentId, issueClass, onlyGaps]);

  useTableThere(shown !== null);
  if (error !== null) return <Message chooser={props.chooser}>{error}</Message>;
  if (!answer || !shown) return <Message chooser={props.chooser}>{text('matrix.asking')}</Message>;
  const departments = new Map(
    answer.columns.map(({ organisationId, organisation }) => [organisationId, organisation]),
  );
  const classKeys = [...new Set(answer.columns.map(({ issueClass: key }) => key))];
  const place = chosen && shown.placeOf(chosen.row, chosen.column);
  const column = place && shown.columns[place.column];
  const row = place && shown.rows[place.row];
  const select = ({ row: r, column: c }: MatrixPlace) => {
    setClaiming(false);
    const [atRow, atColumn] = [shown.rows[r], shown.columns[c]];
    if (atRow && atColumn) setChosen({ row: atRow.key, column: atColumn.key });
  };
  const describe = ({ row: r, column: c }: MatrixPlace) => {
    const count = shown.count({ row: r, column: c });
    return text(count === 0 ? 'matrix.emptyCell' : 'matrix.filledCell', {
      street: shown.rows[r]?.title ?? '',
      department: shown.columns[c]?.groupTitle ?? '',
      issueClass: shown.columns[c]?.title ?? '',
      count,
    });
  };
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>
        {props.chooser}
        <Select
          size="small"
          style={{ width: 168 }}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={text('matrix.department')}
          placeholder={text('matrix.allDepartments')}
          value={departmentId}
          options={[...departments].map(([value, label]) => ({ value, label }))}
          onChange={(value) => setDepartmentId(value ?? null)}
        />
        <Select
          size="small"
          style={{ width: 148 }}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={text('matrix.issueClass')}
          placeholder={text('matrix.allClasses')}
          value={issueClass}
          options={classKeys.map((value) => ({ value, label: names.get(value) ?? value }))}
          onChange={(value) => setIssueClass(value ?? null)}
        />
        <Checkbox checked={onlyGaps} onChange={(event) => setOnlyGaps(event.target.checked)}>
          {text('matrix.onlyGaps')}
        </Checkbox>
        {answer.unclaimed.length > 0 && (
          <Button size="small" aria-pressed={claiming} onClick={() => setClaiming(!claiming)}>
            {text('matrix.unclaimed', { count: answer.unclaimed.length })}
          </Button>
        )}
        {answer.idle.length > 0 && (
          <span className={styles.quiet} title={answer.idle.map(({ name }) => name).join('、')}>
            {text('matrix.idle', { count: answer.idle.length })}
          </span>
        )}
        <p className={styles.summary} role="status">
          {text('matrix.summary', { gaps: shown.gaps, cells: shown.cells })}
        </p>
      </div>
      <div className={styles.body}>
        {shown.cells === 0 ? (
          <div className={styles.hint}>
            {text(
              answer.streets.length === 0
                ? 'matrix.noStreets'
                : answer.columns.length === 0
                  ? 'matrix.noDepartments'
                  : 'matrix.noGaps',
            )}
          </div>
        ) : (
          <MatrixGrid
            label={text('drawer.matrix')}
            rows={shown.rows}
            columns={shown.columns}
            count={shown.count}
            describe={describe}
            selected={place}
            onSelect={select}
            onOpen={openCard}
          />
        )}
        {claiming ? (
          <UnclaimedCard
            document={document}
            unclaimed={answer.unclaimed}
            nameOf={(key) => names.get(key) ?? key}
          />
        ) : (
          row &&
          column && (
            <CellCard
              key={`${row.key} ${column.key}`}
              document={document}
              revision={revision}
              cell={{
                streetId: row.key,
                organisationId: column.group,
                issueClass: column.issueClass,
              }}
              titles={{
                street: row.title,
                department: column.groupTitle,
                issueClass: column.title,
              }}
              onChoose={props.onChoose}
            />
          )
        )}
      </div>
    </div>
  );
}

/** Puts the keys into the card of the chosen cell. */
function openCard(): void {
  const card = document.querySelector<HTMLElement>('[data-matrix-card]');
  const first = card?.querySelector<HTMLElement>('button, input');
  (first ?? card)?.focus();
}

function Message(props: { chooser: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.tab}>
      <div className={styles.bar}>{props.chooser}</div>
      <div className={styles.hint} role="status">
        {props.children}
      </div>
    </div>
  );
}
