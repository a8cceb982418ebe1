import { App, Button } from 'antd';
import { CircleCheck, Download } from 'lucide-react';
import { useMemo } from 'react';
import { getHost } from '#renderer/host/host.ts';
import { runJob } from '#renderer/jobs/run-job.ts';
import { useView } from '#renderer/state/view.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { type Translate, textKey, useText } from '#renderer/ui/use-text.ts';
import type { RejectedRow } from '#shared/formats/import/plan.ts';
import { reasonHeadings } from '#shared/formats/layer-ids.ts';
import { errorSentence } from './error-sentence.ts';
import styles from './import-dialog.module.css';
import { rejectedTables } from './rejected-table.ts';

const keyOf = (row: RejectedRow) => `${row.file}/${row.layer}/${row.row}`;

const reasonOf = (text: Translate, row: RejectedRow) =>
  text(textKey(`import.reason.${row.reason}`), row.params);

/** Rows that cannot be used: where each stands and why; as a file they can be mended and come back. */
export function RejectedRows(props: { rows: readonly RejectedRow[] }) {
  const text = useText();
  const { message } = App.useApp();
  const { rows } = props;
  const locale = useView((view) => view.locale);
  const columns = useMemo(() => columnsOf(text), [text]);

  if (rows.length === 0) {
    return (
      <p className={styles.fine}>
        <CircleCheck size={15} aria-hidden /> {text('import.check.noneRejected')}
      </p>
    );
  }

  const download = async () => {
    const heading = reasonHeadings[locale === 'en' ? 1 : 0];
    const title = text('import.check.rejected', { count: rows.length });
    try {
      const [file] = await runJob('writeTables', {
        format: 'xlsx',
        tables: rejectedTables(rows, heading, (row) => reasonOf(text, row)),
        options: { crs: 'EPSG:4326', encoding: 'utf-8', members: {} },
        name: title,
      });
      if (!file) return;
      const host = await getHost();
      const name = await host.saveFile({
        title: text('import.check.download'),
        suggestedName: file.name,
        filters: [{ name: text('lists.filter.xlsx'), extensions: ['xlsx'] }],
        bytes: file.bytes,
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
