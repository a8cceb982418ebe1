import { Checkbox, Select } from 'antd';
import { useMemo, useState } from 'react';
import { RuleBadge } from '#renderer/features/findings/rule-badge.tsx';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatArea, formatLength } from '#renderer/ui/format.ts';
import { type Translate, textKey, useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import { asksForMore } from './asks-for-more.ts';
import { fixWords } from './fix-words.ts';
import styles from './mend-all.module.css';

/** A finding of the list: the fix chosen for it, and whether it is to be mended. */
export interface MendRow {
  finding: Finding;
  /** Number of the fix among the finding's. */
  fix: number;
  ticked: boolean;
  /** Why it cannot be mended; null when it can, undefined before it has been tried. */
  refused: string | null | undefined;
}

/** What would be mended and how; each row can be left out or mended in another way. */
export function MendList(props: {
  document: DocumentView;
  rows: readonly MendRow[];
  onTick: (finding: Finding, ticked: boolean) => void;
  onFix: (finding: Finding, fix: number) => void;
}) {
  const { document, rows, onTick, onFix } = props;
  const text = useText();
  const [selected, setSelected] = useState<string | null>(null);
  const columns = useMemo(
    () => columnsOf(text, document, onTick, onFix),
    [text, document, onTick, onFix],
  );
  return (
    <DataTable
      label={text('repair.all.list')}
      columns={columns}
      rows={rows}
      rowKey={keyOf}
      selectedKey={selected}
      onSelect={(row) => setSelected(row.finding.id)}
      onActivate={(row) => onTick(row.finding, !row.ticked)}
      empty={text('repair.all.none')}
    />
  );
}

const keyOf = (row: MendRow) => row.finding.id;

function columnsOf(
  text: Translate,
  document: DocumentView,
  onTick: (finding: Finding, ticked: boolean) => void,
  onFix: (finding: Finding, fix: number) => void,
): Column<MendRow>[] {
  const what = ({ message }: Finding) => text(textKey(`finding.${message.key}`), message.params);
  return [
    {
      key: 'tick',
      title: '',
      width: '36px',
      render: ({ finding, ticked }) => (
        <Checkbox
          data-row-action
          checked={ticked}
          aria-label={text('repair.all.tick', { what: what(finding) })}
          onChange={(event) => onTick(finding, event.target.checked)}
        />
      ),
    },
    {
      key: 'rule',
      title: text('repair.all.rule'),
      width: '112px',
      render: ({ finding }) => <RuleBadge finding={finding} />,
      sort: ({ finding }) => finding.rule,
    },
    {
      key: 'what',
      title: text('repair.all.what'),
      width: 'minmax(220px, 1.6fr)',
      render: ({ finding }) => <span title={what(finding)}>{what(finding)}</span>,
    },
    {
      key: 'size',
      title: text('repair.all.size'),
      width: '92px',
      align: 'end',
      render: ({ finding }) => sizeOf(finding),
      sort: ({ finding }) => finding.areaM2 ?? finding.widthM ?? -1,
    },
    {
      key: 'fix',
      title: text('repair.all.fix'),
      width: 'minmax(190px, 1fr)',
      render: ({ finding, fix }) => (
        <Select
          className={styles.choice}
          size="small"
          variant="borderless"
          popupMatchSelectWidth={false}
          aria-label={`${text('repair.all.fix')}: ${what(finding)}`}
          value={fix}
          options={finding.fixes.flatMap((each, value) =>
            asksForMore(each)
              ? []
              : [{ value, label: fixWords(text, document, { finding, fix: each }).long }],
          )}
          onChange={(value: number) => onFix(finding, value)}
        />
      ),
    },
    {
      key: 'state',
      title: text('repair.all.state'),
      width: 'minmax(120px, 1fr)',
      render: ({ ticked, refused }) =>
        !ticked ? (
          ''
        ) : refused === undefined ? (
          <span className={styles.quiet}>{text('repair.all.waiting')}</span>
        ) : refused === null ? (
          text('repair.all.ready')
        ) : (
          <span className={styles.refused} title={refused}>
            {refused}
          </span>
        ),
      sort: ({ refused }) => refused ?? '',
    },
  ];
}

function sizeOf({ rule, areaM2, widthM }: Finding): string {
  if (rule === 'mismatch' && widthM !== null) return formatLength(widthM);
  return areaM2 === null ? '' : formatArea(areaM2);
}
