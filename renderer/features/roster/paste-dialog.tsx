import { Alert, App, Button, Input, Modal, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { type Translate, textKey, useText } from '#renderer/ui/use-text.ts';
import { importRecords } from '#shared/edits/commands/import-records.ts';
import type {
  RosterColumns,
  RosterPlan,
  RosterRowPlan,
} from '#shared/formats/roster/plan-roster.ts';
import { fieldsFor, type ImportField } from '#shared/formats/mapping/fields.ts';
import type { CellValue } from '#shared/formats/table.ts';
import styles from './paste-dialog.module.css';
import { useKept } from './use-kept.ts';
import { useTry } from './use-roster-edit.ts';

const outcomes = ['new', 'changed', 'same', 'unmatched'] as const;

/** What a row does or why it cannot be used, in one sentence. */
function sentence(text: Translate, { notes, refusal }: RosterRowPlan): string {
  if (refusal) return text(textKey(`import.reason.${refusal.reason}`), refusal.params);
  return notes
    .map(({ key, params }) => text(textKey(`roster.paste.note.${key}`), params))
    .join('；');
}

/** A roster pasted from a spreadsheet: what each row would do is shown first, then all is taken in one step. */
export function PasteDialog(props: { text: string; onClose: () => void }) {
  const text = useText();
  const attempt = useTry();
  const today = useToday();
  const { message } = App.useApp();
  const [pasted, setPasted] = useState(props.text);
  const [columns, setColumns] = useState<RosterColumns | null>(null);
  const [error, setError] = useState<string | null>(null);
  const asked = useAnswer(
    'pastedRoster',
    pasted.trim() === ''
      ? null
      : { text: pasted, columns, source: text('roster.paste.source', { day: today }) },
    'present',
  );
  const answer = useKept(asked.answer);
  const plan = pasted.trim() !== '' && answer && 'rows' in answer ? answer : null;
  const fault = pasted.trim() !== '' && answer && 'fault' in answer ? answer : null;
  const used = plan
    ? plan.rows.filter(({ outcome }) => outcome === 'new' || outcome === 'changed')
    : [];

  const run = () => {
    if (!plan || asked.answer === null) return;
    const label = { key: 'edit.roster.takeOver', params: { count: used.length } };
    const refused = attempt(importRecords, { records: plan.records, label });
    setError(refused);
    if (refused !== null) return;
    message.success(text('roster.paste.done', { count: used.length }));
    props.onClose();
  };
  return (
    <Modal
      open
      width={960}
      style={{ top: 40 }}
      title={text('roster.paste.title')}
      okText={
        used.length > 0
          ? text('roster.paste.run', { count: used.length })
          : text('roster.paste.nothing')
      }
      okButtonProps={{ disabled: used.length === 0 || asked.answer === null }}
      cancelText={text('common.cancel')}
      onOk={run}
      onCancel={props.onClose}
    >
      <div className={styles.body}>
        {pasted === '' ? (
          <>
            <p className={styles.hint}>{text('roster.paste.hint')}</p>
            <Input.TextArea
              autoFocus
              rows={8}
              aria-label={text('roster.paste.area')}
              value={pasted}
              onChange={({ target }) => setPasted(target.value)}
            />
          </>
        ) : (
          <>
            {plan && <Columns plan={plan} onColumns={setColumns} />}
            {fault && (
              <Alert type="warning" showIcon title={text(textKey(fault.fault), fault.params)} />
            )}
            {asked.error !== null && <Alert type="error" showIcon title={asked.error} />}
            {plan && plan.mapping.name === undefined && (
              <Alert type="warning" showIcon title={text('roster.paste.noName')} />
            )}
            {plan ? (
              <Rows plan={plan} />
            ) : (
              !fault && asked.error === null && <p role="status">{text('roster.paste.asking')}</p>
            )}
            <div className={styles.foot}>
              <Button
                size="small"
                onClick={() => {
                  setPasted('');
                  setColumns(null);
                }}
              >
                {text('roster.paste.again')}
              </Button>
              {plan && <CopyUnmatched plan={plan} />}
            </div>
          </>
        )}
        {error !== null && (
          <p className={styles.error} role="alert">
            {error}
          </p>
        )}
      </div>
    </Modal>
  );
}

/** What each column holds, as it was understood; it can be said otherwise. */
function Columns(props: { plan: RosterPlan; onColumns: (columns: RosterColumns) => void }) {
  const text = useText();
  const { columns, mapping } = props.plan;
  const { required, optional } = fieldsFor('person', false);
  const fields = [...required, ...optional];
  const fieldOf = (column: string) => fields.find((field) => mapping[field] === column) ?? null;
  const options = [
    { value: '', label: text('roster.paste.none') },
    ...fields.map((field) => ({
      value: field as string,
      label: text(field === 'name' ? 'roster.column.name' : `import.field.${field}`),
    })),
  ];
  const assign = (column: string, field: ImportField | null) => {
    const kept = Object.entries(mapping).filter(([key, name]) => key !== field && name !== column);
    const next = Object.fromEntries(kept) as RosterColumns;
    props.onColumns(field ? { ...next, [field]: column } : next);
  };
  return (
    <div className={styles.columns} role="group" aria-label={text('roster.paste.columns')}>
      {columns.map((column) => (
        <div key={column}>
          <div className={styles.hint} aria-hidden>
            {column}
          </div>
          <Select
            size="small"
            className={styles.column}
            aria-label={column}
            value={fieldOf(column) ?? ''}
            options={options}
            onChange={(field: string) =>
              assign(column, field === '' ? null : (field as ImportField))
            }
          />
        </div>
      ))}
    </div>
  );
}

function Rows({ plan }: { plan: RosterPlan }) {
  const text = useText();
  const counts = Object.fromEntries(
    outcomes.map((one) => [one, plan.rows.filter(({ outcome }) => outcome === one).length]),
  );
  const columns = useMemo((): Column<RosterRowPlan>[] => {
    const order = ['unmatched', 'new', 'changed', 'same'];
    return [
      {
        key: 'row',
        title: text('roster.paste.row'),
        width: '64px',
        align: 'end',
        render: ({ row }) => row,
        sort: ({ row }) => row,
      },
      {
        key: 'outcome',
        title: text('roster.column.state'),
        width: '88px',
        render: ({ outcome }) => (
          <span className={styles.outcome} data-outcome={outcome}>
            {outcome === 'unmatched' && '▲ '}
            {text(`roster.paste.outcome.${outcome}`)}
          </span>
        ),
        sort: ({ outcome }) => order.indexOf(outcome),
      },
      {
        key: 'content',
        title: text('roster.paste.content'),
        width: 'minmax(220px, 1fr)',
        render: ({ cells }) => cells.filter((cell) => cell !== null).join(' | '),
      },
      {
        key: 'what',
        title: text('roster.paste.what'),
        width: 'minmax(260px, 1.4fr)',
        render: (row) => <span title={sentence(text, row)}>{sentence(text, row)}</span>,
      },
    ];
  }, [text]);
  return (
    <>
      <p className={styles.summary} role="status">
        {text('roster.paste.summary', counts)}
      </p>
      <div className={styles.rows}>
        <DataTable
          label={text('roster.paste.title')}
          columns={columns}
          rows={plan.rows}
          rowKey={({ row }) => String(row)}
          selectedKey={null}
          onSelect={() => undefined}
          empty={null}
        />
      </div>
    </>
  );
}

/** Copies the rows that fit nothing, as they were pasted, with the reason in a last column. */
function CopyUnmatched({ plan }: { plan: RosterPlan }) {
  const text = useText();
  const { message } = App.useApp();
  const rows = plan.rows.filter(({ outcome }) => outcome === 'unmatched');
  if (rows.length === 0) return null;
  const copy = async () => {
    const cell = (value: CellValue) => String(value ?? '').replaceAll(/[\t\r\n]+/g, ' ');
    const lines = [
      [...plan.columns, text('roster.paste.reason')],
      ...rows.map((row) => [...row.cells, sentence(text, row)]),
    ];
    await navigator.clipboard.writeText(
      lines.map((line) => line.map(cell).join('\t')).join('\r\n'),
    );
    message.success(text('roster.paste.copied', { count: rows.length }));
  };
  return (
    <Button size="small" onClick={() => void copy()}>
      {text('roster.paste.copy')}
    </Button>
  );
}
