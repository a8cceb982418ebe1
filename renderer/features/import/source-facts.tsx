import { Alert, Button, Checkbox, Select } from 'antd';
import { useId, useMemo, useState } from 'react';
import { crsName } from '#renderer/ui/crs-name.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { CrsChoice } from '#shared/formats/import/crs-choice.ts';
import { crsList } from '#shared/geo/crs/crs-list.ts';
import { ControlPoints } from './control-points.tsx';
import { Evidence } from './evidence.tsx';
import styles from './source-facts.module.css';
import shared from './import-dialog.module.css';
import { type ImportFile, type ImportTable, isPlaced } from './import-file.ts';

/** Encodings to choose from; what a file is in is among them or stands first. */
const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'shift_jis', 'euc-kr', 'windows-1252'];

const byEvidence = '\u0000';
const byControlPoints = '\u0001';

/** What the file says or shows about one table: format, encoding and coordinate system, each with why. */
export function SourceFacts(props: {
  file: ImportFile;
  table: ImportTable;
  onSystem: (system: CrsChoice) => void;
  onEncoding: (encoding: string | undefined) => void;
}) {
  const text = useText();
  const { file, table } = props;
  const { problems, encoding } = table.description;
  return (
    <div className={styles.source}>
      {file.formatId && (
        <p className={shared.quiet}>
          {text('import.source.format')} {text(textKey(`format.name.${file.formatId}`))}
        </p>
      )}
      {encoding && <EncodingChoice {...props} />}
      {isPlaced(table) && <SystemChoice {...props} />}
      {problems.map(({ key, params }) => (
        <Alert
          key={JSON.stringify([key, params])}
          type="warning"
          showIcon
          title={text(textKey(`format.problem.${key}`), params)}
        />
      ))}
    </div>
  );
}

function EncodingChoice(props: {
  file: ImportFile;
  table: ImportTable;
  onEncoding: (encoding: string | undefined) => void;
}) {
  const text = useText();
  const id = useId();
  const { encoding, texts } = props.table.description;
  if (!encoding) return null;
  const names = new Set([encoding.encoding, ...encodings]);
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{text('import.source.encoding')}</label>
      <Select
        id={id}
        size="small"
        className={styles.encoding}
        value={props.file.encoding ?? byEvidence}
        options={[
          {
            value: byEvidence,
            label: text('import.source.automatic', { name: encodingName(encoding.encoding) }),
          },
          ...[...names].map((name) => ({ value: name, label: encodingName(name) })),
        ]}
        onChange={(value: string) => props.onEncoding(value === byEvidence ? undefined : value)}
      />
      <span className={shared.quiet}>{text(textKey(`encoding.${encoding.from}`))}</span>
      {texts.length > 0 && (
        <p className={styles.previewText}>
          {text('import.source.texts')} {texts.join(' / ')}
        </p>
      )}
    </div>
  );
}

function encodingName(label: string): string {
  return label === 'gb18030' ? 'GBK / GB18030' : label.toUpperCase();
}

function SystemChoice(props: { table: ImportTable; onSystem: (system: CrsChoice) => void }) {
  const text = useText();
  const id = useId();
  const { table, onSystem } = props;
  const { guesses, guessCount, sketch } = table.description;
  const { system } = table;
  const [placing, setPlacing] = useState(false);
  const options = useMemo(() => {
    const likely = [...new Set(guesses.map(({ crs }) => crs))];
    const others = crsList()
      .map((crs) => crs.id)
      .filter((one) => !likely.includes(one));
    const option = (value: string) => ({ value, label: crsName(text, value) });
    return [
      ...(likely.length > 0
        ? [{ label: text('import.source.likely'), options: likely.map(option) }]
        : []),
      {
        label: text('import.source.local'),
        options: [{ value: byControlPoints, label: text('import.source.byPoints') }],
      },
      { label: text('import.source.others'), options: others.map(option) },
    ];
  }, [guesses, text]);
  const guess = guesses.find((one) => one.crs === system?.crs && one.swapped === system.swapped);
  const isLocal = system?.crs.startsWith('LOCAL:') ?? false;

  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{text('import.source.system')}</label>
      <Select
        id={id}
        size="small"
        className={styles.system}
        showSearch={{ optionFilterProp: 'label' }}
        status={system ? '' : 'error'}
        placeholder={text('import.source.choose')}
        value={placing || isLocal ? byControlPoints : (system?.crs ?? null)}
        options={options}
        onChange={(value: string | null) => {
          if (value === null) return;
          setPlacing(value === byControlPoints);
          if (value === byControlPoints) return;
          const known = guesses.find(({ crs }) => crs === value);
          onSystem({ crs: value, swapped: known?.swapped ?? system?.swapped ?? false });
        }}
      />
      {!placing && system && !isLocal && (
        <Checkbox
          checked={system.swapped}
          onChange={({ target }) => onSystem({ ...system, swapped: target.checked })}
        >
          {text('import.columns.swapped')}
        </Checkbox>
      )}
      {!placing && isLocal && (
        <Button size="small" onClick={() => setPlacing(true)}>
          {text('import.source.changePoints')}
        </Button>
      )}
      {placing ? (
        <ControlPoints
          sketch={sketch}
          onFitted={(crs) => {
            onSystem({ crs, swapped: false });
            setPlacing(false);
          }}
        />
      ) : (
        <Evidence guess={guess ?? null} chosen={system !== null} guesses={guesses} />
      )}
      {!system && !placing && (
        <Alert
          type="error"
          showIcon
          title={text(guessCount > 0 ? 'import.source.severalSystems' : 'import.source.noSystem', {
            count: guessCount,
          })}
        />
      )}
    </div>
  );
}
