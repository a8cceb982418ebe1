import { DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { ListExport } from '#renderer/features/export/list-export.tsx';
import { useChain } from '#renderer/state/chain.ts';
import { useProject } from '#renderer/state/project.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { useView } from '#renderer/state/view.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import {
  type LedgerGroup,
  ledgerGroups,
  type LedgerSum,
} from '#shared/analysis/accountability-ledger.ts';
import type { Document } from '#shared/edits/document.ts';
import type { ListFormat } from '#shared/formats/list/list-file.ts';
import type { LedgerLine } from '#shared/jobs/chain-session/questions/ledger.ts';
import { textAt } from '#shared/model/text-column.ts';
import styles from './ledger.module.css';
import { LedgerChain } from './ledger-chain.tsx';
import { ledgerWords } from './ledger-words.ts';
import { periodPresets } from './period-presets.ts';
import { useLedger } from './use-ledger.ts';

type Period = { from: string | null; to: string | null };

const keyOfSum = ({ key }: LedgerSum) => JSON.stringify(key);
const keyOfLine = ({ chunkId, index }: Pick<LedgerLine, 'chunkId' | 'index'>) =>
  `${chunkId}/${index}`;

/** Lost points of a period: who answered for them on the day, summed and issue by issue. */
export function LedgerPanel(props: {
  document: Document;
  onIssue: (chunkId: string, index: number) => void;
}) {
  const { document, onIssue } = props;
  const text = useText();
  const today = useToday();
  const project = useProject((state) => state.project);
  const selected = useView((view) => view.selectedIssue);
  const [period, setPeriod] = useState<Period>({ from: null, to: null });
  const [by, setBy] = useState<LedgerGroup>('unit');
  const [chosen, setChosen] = useState<LedgerSum | null>(null);
  const [line, setLine] = useState<LedgerLine | null>(null);
  const { answer, error } = useLedger({ ...period, by, ...(chosen && { key: chosen.key }) });
  const classes = project?.schemes.issueClasses;
  const classNames = useMemo(
    () => new Map(classes?.map(({ key, name }) => [key, name])),
    [classes],
  );

  const nameOf = ({ key }: LedgerSum): string => {
    if (key === null) return text('ledger.none');
    if (by === 'indicator') return classNames.get(key) ?? key;
    if (by === 'category') return key;
    const record = document.get(key);
    return record && 'name' in record ? record.name : text('ledger.none');
  };
  const open = (sum: LedgerSum | null) => {
    setChosen(sum);
    setLine(null);
  };
  const show = (one: LedgerLine) => {
    setLine(one);
    onIssue(one.chunkId, one.index);
  };
  const groups = ledgerGroups.filter((one) => one !== 'person' || project?.chain.rankPersons);
  const sumColumns: Column<LedgerSum>[] = [
    {
      key: 'name',
      title: text(`ledger.by.${by}`),
      width: 'minmax(140px, 1fr)',
      render: nameOf,
      sort: nameOf,
    },
    {
      key: 'issues',
      title: text('ledger.issues'),
      width: '88px',
      align: 'end',
      render: ({ issues }) => formatNumber(issues),
      sort: ({ issues }) => issues,
    },
    {
      key: 'points',
      title: text('ledger.points'),
      width: '96px',
      align: 'end',
      render: ({ points }) => formatNumber(points, 1),
      sort: ({ points }) => points,
    },
  ];
  const lineColumns: Column<LedgerLine>[] = [
    {
      key: 'day',
      title: text('ledger.day'),
      width: '104px',
      render: ({ day }) => day,
      sort: ({ day }) => day,
    },
    {
      key: 'class',
      title: text('ledger.by.indicator'),
      width: '120px',
      render: ({ issueClass }) => classNames.get(issueClass) ?? issueClass,
      sort: ({ issueClass }) => classNames.get(issueClass) ?? issueClass,
    },
    {
      key: 'text',
      title: text('ledger.text'),
      width: 'minmax(120px, 1fr)',
      render: ({ chunkId, index }) => {
        const chunk = document.find('issueChunk', chunkId);
        return chunk && textAt(chunk, index);
      },
    },
    {
      key: 'points',
      title: text('ledger.points'),
      width: '72px',
      align: 'end',
      render: ({ points }) => formatNumber(points, 1),
      sort: ({ points }) => points,
    },
  ];
  const lines = answer && chosen ? answer.lines : [];
  const emptySums = error
    ? text('ledger.failed', { reason: error })
    : text(answer ? 'ledger.empty' : 'ledger.working');
  const make = async (format: ListFormat, phones: boolean) => {
    const { session } = useChain.getState();
    if (!session) throw new Error(text('ledger.working'));
    return session.ask('ledgerFile', { ...period, format, phones, words: ledgerWords(text) });
  };
  const dates = [period.from, period.to].map((day) => day && dayjs(day));
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        <DatePicker.RangePicker
          size="small"
          aria-label={text('ledger.period')}
          allowEmpty={[true, true]}
          placement="topLeft"
          value={[dates[0] || null, dates[1] || null]}
          presets={periodPresets(today, text)}
          onChange={(days) => {
            const day = (one: dayjs.Dayjs | null | undefined) => one?.format('YYYY-MM-DD') ?? null;
            setPeriod({ from: day(days?.[0]), to: day(days?.[1]) });
            open(null);
          }}
        />
        <Segmented
          size="small"
          aria-label={text('ledger.group')}
          value={by}
          options={groups.map((value) => ({ value, label: text(`ledger.by.${value}`) }))}
          onChange={(value) => {
            setBy(value);
            open(null);
          }}
        />
        {answer && (
          <span className={styles.total}>
            {text('ledger.total', {
              points: formatNumber(answer.points, 1),
              issues: formatNumber(answer.issues),
            })}
          </span>
        )}
        <ListExport
          name={text('ledger.fileName', { project: project?.name ?? '' })}
          disabled={!answer || answer.issues === 0}
          make={make}
        />
      </div>
      <div className={styles.column}>
        <DataTable
          label={text('ledger.title')}
          columns={sumColumns}
          rows={answer?.sums ?? []}
          rowKey={keyOfSum}
          selectedKey={chosen && keyOfSum(chosen)}
          onSelect={open}
          empty={emptySums}
        />
      </div>
      <div className={styles.column}>
        <DataTable
          label={text('ledger.issuesOf', { name: chosen ? nameOf(chosen) : '' })}
          columns={lineColumns}
          rows={lines}
          rowKey={keyOfLine}
          selectedKey={selected && keyOfLine(selected)}
          onSelect={show}
          onActivate={show}
          empty={text(chosen ? 'ledger.working' : 'ledger.choose')}
        />
      </div>
      <aside
        className={`${styles.column} ${styles.chain}`}
        aria-label={text('ledger.chain')}
        // Long chains scroll, and must do so by keys too.
        tabIndex={0}
      >
        {line ? (
          <LedgerChain line={line} redrawn={answer?.redrawn ?? []} />
        ) : (
          <p className={styles.quiet}>
            {answer && answer.lineCount > lines.length
              ? text('ledger.latest', { count: lines.length, all: formatNumber(answer.lineCount) })
              : text('ledger.chainHint')}
          </p>
        )}
      </aside>
    </div>
  );
}
