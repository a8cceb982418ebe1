import { App, Button } from 'antd';
import { CircleCheck, Download } from 'lucide-react';
import { useMemo } from 'react';
import { getHost } from '#renderer/host/host.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { type Translate, textKey, useText } from '#renderer/ui/use-text.ts';
import { writeCsv } from '#shared/formats/csv/write.ts';
import type { RejectedRow } from '#shared/formats/import/plan.ts';
import { errorSentence } from './error-sentence.ts';
import styles from './import-dialog.module.css';
import { rejectedTable } from './rejected-table.ts';

const keyOf = (row: RejectedRow) => `${row.file}/${row.layer}/${row.row}`;

const reasonOf = (text: Translate, row: RejectedRow) =>
  text(textKey(`import.reason.${row.reason}`), row.params);

/** Rows that cannot be used: where each stands and why; as a file they can be mended and come back. */
export function RejectedRows(props: { rows: readonly RejectedRow[] }) {
  const text = useText();
  const { message } = App.useApp();
  const { rows } = props;
  const columns = useMemo(() => columnsOf(text), [text]);

  if (rows.length === 0) {
    return (
      <p className={styles.fine}>
        <CircleCheck size={15} aria-hidden /> {text('import.check.noneRejected')}
      </p>
    );
  }

  const download = async () => {
    const headings = {
      file: text('import.check.file'),
      row: text('import.check.row'),
      reason: text('import.check.reason'),
    };
    try {
      const host = await getHost();
      const name = await host.saveFile({
        title: text('import.check.download'),
        suggestedName: `${text('import.check.rejected', { count: rows.length })}.csv`,
        filters: [{ name: text('export.csvFilter'), extensions: ['csv'] }],
        bytes: writeCsv([rejectedTable(rows, headings, (row) => reasonOf(text, row))]),
      });
      if (name !== null) message.success(text('import.check.saved', { name }));
    } catch (error) {
      const { key, params } = errorSentence(error, 'import.failed');
      message.error(text('import.check.saveFailed', { reason: text(textKey(key), params) }));
    }
  };

  return (
    <section className={styles.rejected} aria-labelledby="import-rejected">
      <header>
        <h4 id="import-rejected">{text('import.check.rejected', { count: rows.length })}</h4>
        <Button
          size="small"
          icon={<Download size={14} aria-hidden />}
          onClick={() => void download()}
        >
          {text('import.check.download')}
        </Button>
      </header>
      <div className={styles.rejectedRows}>
        <DataTable
          label={text('import.check.rejected', { count: rows.length })}
          columns={columns}
          rows={rows}
          rowKey={keyOf}
          selectedKey={null}
          onSelect={() => {}}
          empty={null}
        />
      </div>
    </section>
  );
}

function columnsOf(text: Translate): Column<RejectedRow>[] {
  return [
    {
      key: 'file',
      title: text('import.check.file'),
      width: 'minmax(100px, 1fr)',
      render: (row) => row.file,
      sort: (row) => row.file,
    },
    {
      key: 'row',
      title: text('import.check.row'),
      width: '80px',
      align: 'end',
      render: (row) => row.row,
      sort: (row) => row.row,
    },
    {
      key: 'reason',
      title: text('import.check.reason'),
      width: 'minmax(200px, 2fr)',
      render: (row) => <span title={reasonOf(text, row)}>{reasonOf(text, row)}</span>,
      sort: (row) => row.reason,
    },
    {
      key: 'content',
      title: text('import.check.content'),
      width: 'minmax(160px, 2fr)',
      render: (row) =>
        row.cells
          .filter((cell) => cell !== null)
          .slice(0, 6)
          .join(' | '),
    },
  ];
}
