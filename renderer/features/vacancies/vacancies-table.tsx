import { Button, Checkbox } from 'antd';
import { useMemo, useState } from 'react';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { useAsOf } from '#renderer/state/as-of.ts';
import { useAnswer } from '#renderer/state/chain.ts';
import { useFindings } from '#renderer/state/findings.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { type Translate, textKey, useText } from '#renderer/ui/use-text.ts';
import { chainLevels } from '#shared/chain/chain-place.ts';
import { nothingOfProof } from '#shared/checks/nothing-of-proof.ts';
import type { Vacancy } from '#shared/analysis/vacancies.ts';
import type { Document } from '#shared/edits/document.ts';
import { FillDialog } from './fill-dialog.tsx';
import styles from './vacancies.module.css';
import { vacancyKey } from './vacancy-key.ts';

const none: readonly Vacancy[] = [];

/** An empty list proves something only where there is something to prove. */
function NoVacancies() {
  const text = useText();
  const report = useFindings((state) => state.report);
  const nothing = report && nothingOfProof(report, 'vertical');
  if (nothing) return text(textKey(`findings.${nothing}`));
  return <span>✓ {text('vacancies.none')}</span>;
}

/** Everything that nobody answers for, by level and street; several can be filled at once. */
export function VacanciesTable(props: {
  document: Document;
  selectedId: string | null;
  onSelect: (id: string) => void;
}) {
  const text = useText();
  const past = useAsOf((state) => state.day !== null);
  const mayEdit = useMayEdit() && !past;
  const { answer, error } = useAnswer('vacancies', {});
  const all = answer?.items ?? none;
  const [level, setLevel] = useState<string | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [filling, setFilling] = useState<readonly Vacancy[] | null>(null);
  const levels = useMemo(
    () => chainLevels.filter((each) => all.some(({ place }) => place.level === each)),
    [all],
  );
  const chosen = level !== null && (levels as readonly string[]).includes(level) ? level : null;
  const rows = useMemo(
    () => all.filter(({ place }) => chosen === null || place.level === chosen),
    [all, chosen],
  );
  const marked = rows.filter((row) => ticked.has(vacancyKey(row)));
  const tick = (some: readonly Vacancy[], on: boolean) =>
    setTicked((before) => {
      const next = new Set(before);
      for (const row of some) {
        if (on) next.add(vacancyKey(row));
        else next.delete(vacancyKey(row));
      }
      return next;
    });
  const selected =
    rows.find((row) => vacancyKey(row) === chosenKey && row.place.id === props.selectedId) ??
    rows.find(({ place }) => place.id === props.selectedId);
  const choose = (row: Vacancy) => {
    setChosenKey(vacancyKey(row));
    props.onSelect(row.place.id);
  };

  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <Checkbox
          checked={rows.length > 0 && marked.length === rows.length}
          indeterminate={marked.length > 0 && marked.length < rows.length}
          disabled={!mayEdit || rows.length === 0}
          onChange={({ target }) => tick(rows, target.checked)}
        >
          {text('vacancies.tickAll')}
        </Checkbox>
        <fieldset className={styles.levels}>
          <legend className="visually-hidden">{text('vacancies.byLevel')}</legend>
          <button type="button" aria-pressed={chosen === null} onClick={() => setLevel(null)}>
            {text('findings.all')} {answer?.count ?? ''}
          </button>
          {levels.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={chosen === each}
              onClick={() => setLevel(chosen === each ? null : each)}
            >
              {text(textKey(`kind.${each}`))}{' '}
              {all.filter(({ place }) => place.level === each).length}
            </button>
          ))}
        </fieldset>
        <Button
          size="small"
          type="primary"
          disabled={!mayEdit || marked.length === 0}
          onClick={() => setFilling(marked)}
        >
          {text('vacancies.fillTicked', { count: marked.length })}
        </Button>
        {past && <span className={styles.note}>{text('vacancies.notToday')}</span>}
      </div>
      {error && (
        <p className={styles.failure} role="alert">
          {text('chain.failed', { reason: error })}
        </p>
      )}
      <DataTable
        label={text('drawer.vacancies')}
        columns={columns(text, {
          mayEdit,
          isTicked: (row) => ticked.has(vacancyKey(row)),
          tick: (row, on) => tick([row], on),
          fill: (row) => setFilling([row]),
        })}
        rows={rows}
        rowKey={vacancyKey}
        selectedKey={selected ? vacancyKey(selected) : null}
        onSelect={choose}
        onActivate={(row) => (mayEdit ? setFilling([row]) : choose(row))}
        empty={answer ? <NoVacancies /> : text('chain.asking')}
      />
      {filling && (
        <FillDialog
          document={props.document}
          vacancies={filling}
          onClose={() => setFilling(null)}
          onFilled={() => setTicked(new Set())}
        />
      )}
    </div>
  );
}

interface RowActions {
  mayEdit: boolean;
  isTicked: (row: Vacancy) => boolean;
  tick: (row: Vacancy, on: boolean) => void;
  fill: (row: Vacancy) => void;
}

function columns(text: Translate, actions: RowActions): Column<Vacancy>[] {
  const words = (row: Vacancy) => `${row.place.name} ${row.role.name}`;
  const column = (key: string, title: string, width: string, of: (row: Vacancy) => string) => ({
    key,
    title,
    width,
    render: of,
    sort: of,
  });
  return [
    {
      key: 'tick',
      title: '',
      width: '36px',
      render: (row) => (
        <Checkbox
          checked={actions.isTicked(row)}
          disabled={!actions.mayEdit}
          aria-label={text('vacancies.tick', { what: words(row) })}
          onClick={(event) => event.stopPropagation()}
          onChange={({ target }) => actions.tick(row, target.checked)}
        />
      ),
    },
    {
      ...column('level', text('vacancies.level'), '88px', ({ place }) =>
        text(textKey(`kind.${place.level}`)),
      ),
      sort: ({ place }) => chainLevels.indexOf(place.level),
    },
    column(
      'street',
      text('vacancies.street'),
      'minmax(100px, 0.8fr)',
      ({ street }) => street?.name ?? '',
    ),
    column('place', text('vacancies.place'), 'minmax(140px, 1fr)', ({ place }) => place.name),
    column('role', text('vacancies.role'), 'minmax(100px, 0.8fr)', ({ role }) => role.name),
    column('state', text('vacancies.state'), 'minmax(150px, 1fr)', ({ state, person }) =>
      text(textKey(`vacancies.states.${state}`), { person: person?.name ?? '' }),
    ),
    column('since', text('vacancies.since'), '104px', ({ since }) => since ?? ''),
    {
      key: 'days',
      title: text('vacancies.days'),
      width: '84px',
      align: 'end',
      render: ({ days }) => (days === null ? text('vacancies.always') : String(days)),
      sort: ({ days }) => days ?? Number.MAX_SAFE_INTEGER,
    },
    {
      key: 'fill',
      title: '',
      width: '88px',
      align: 'end',
      render: (row) => {
        const short = text(
          row.state === 'leave' ? 'chainFix.short.deputise' : 'chainFix.short.appoint',
        );
        return (
          <button
            type="button"
            className={styles.fill}
            data-row-action
            tabIndex={-1}
            aria-label={`${short} ${words(row)}`}
            aria-disabled={!actions.mayEdit}
            onClick={(event) => {
              event.stopPropagation();
              if (actions.mayEdit) actions.fill(row);
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
            }}
          >
            {short}
          </button>
        );
      },
    },
  ];
}
