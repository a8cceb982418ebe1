import { Alert, Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useToday } from '#renderer/state/use-today.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { type ImportTarget, keepsRest, possibleTargets } from '#shared/formats/mapping/fields.ts';
import type { CrsChoice } from '#shared/formats/import/crs-choice.ts';
import type { TableMapping } from '#shared/formats/mapping/mapping.ts';
import {
  hasGeometry,
  missingFields,
  proposeMapping,
} from '#shared/formats/mapping/propose-mapping.ts';
import { ColumnRows } from './column-rows.tsx';
import { TableSummary } from './files-step.tsx';
import { dayInName } from '#shared/formats/values/day-in-name.ts';
import styles from './import-dialog.module.css';
import type { ImportFile, ImportTable } from './import-file.ts';
import { SourceFacts } from './source-facts.tsx';

/** One table: what it becomes, its columns, and how to take what is unclear. */
export function TableForm(props: {
  file: ImportFile;
  table: ImportTable;
  onMapping: (mapping: TableMapping | null) => void;
  onSystem: (system: CrsChoice) => void;
  onEncoding: (encoding: string | undefined) => void;
}) {
  const text = useText();
  const id = useId();
  const { onMapping, file } = props;
  const { description, mapping, remembered } = props.table;
  const fallback = mapping?.fallback ?? text('import.columns.unclassified');
  const choose = (target: ImportTarget | 'none') =>
    onMapping(target === 'none' ? null : proposeMapping(description, target, fallback));
  const targets = possibleTargets(hasGeometry(description));

  return (
    <section className={styles.table} aria-labelledby={`${id}-name`}>
      <header className={styles.tableHead}>
        <h3 id={`${id}-name`}>{file.name}</h3>
        <span className={styles.quiet}>
          <TableSummary table={description} />
        </span>
        <label htmlFor={`${id}-target`}>{text('import.target.label')}</label>
        <Select
          id={`${id}-target`}
          className={styles.target}
          value={mapping?.target ?? 'none'}
          options={[...targets, 'none' as const].map((target) => ({
            value: target,
            label: text(`import.target.${target}`),
          }))}
          onChange={choose}
        />
      </header>
      {mapping && (
        <>
          <SourceFacts
            file={file}
            table={props.table}
            onSystem={props.onSystem}
            onEncoding={props.onEncoding}
          />
          {remembered && <p className={styles.quiet}>{text('import.columns.remembered')}</p>}
          <ColumnRows description={description} mapping={mapping} onMapping={onMapping} />
          <Missing table={props.table} />
          <Rest table={props.table} />
          <Options fileName={file.name} mapping={mapping} onMapping={onMapping} />
        </>
      )}
    </section>
  );
}

function Missing(props: { table: ImportTable }) {
  const text = useText();
  const { description, mapping } = props.table;
  const missing = mapping ? missingFields(description, mapping) : [];
  if (missing.length === 0) return null;
  const fields = missing.map((field) => text(textKey(`import.field.${field}`))).join('、');
  return <Alert type="error" showIcon title={text('import.columns.missing', { fields })} />;
}

function Rest(props: { table: ImportTable }) {
  const text = useText();
  const { description, mapping } = props.table;
  if (!mapping) return null;
  const used = new Set(Object.values(mapping.columns));
  const count = description.columns.filter(({ name }) => !used.has(name)).length;
  if (count === 0) return null;
  const key = keepsRest(mapping.target) ? 'import.columns.rest' : 'import.columns.restDropped';
  return <p className={styles.quiet}>{text(key, { count })}</p>;
}

function Options(props: {
  fileName: string;
  mapping: TableMapping;
  onMapping: (mapping: TableMapping) => void;
}) {
  const text = useText();
  const id = useId();
  const { mapping, onMapping } = props;
  const isDuty = mapping.target === 'duty' || mapping.target === 'checkIn';
  const namesPeople = isDuty || mapping.target === 'team';
  const today = useToday();
  const isClassed = mapping.target === 'point' || mapping.target === 'issue';
  return (
    <div className={styles.options}>
      {isDuty && mapping.columns.day === undefined && (
        <span className={styles.fallback}>
          <label htmlFor={`${id}-day`}>{text('import.columns.day')}</label>
          <DatePicker
            id={`${id}-day`}
            value={dayjs(mapping.day ?? dayInName(props.fileName, today) ?? today)}
            allowClear={false}
            onChange={(value) =>
              value && onMapping({ ...mapping, day: value.format('YYYY-MM-DD') })
            }
          />
        </span>
      )}
      {(namesPeople || mapping.target === 'department') && (
        <Checkbox
          checked={mapping.addUnknown}
          onChange={(event) => onMapping({ ...mapping, addUnknown: event.target.checked })}
        >
          {text(namesPeople ? 'import.columns.addPeople' : 'import.columns.addUnknown')}
        </Checkbox>
      )}
      {isClassed && (
        <>
          <Checkbox
            checked={mapping.addUnknown}
            onChange={(event) => onMapping({ ...mapping, addUnknown: event.target.checked })}
          >
            {text('import.columns.addUnknown')}
          </Checkbox>
          <span className={styles.fallback}>
            <label htmlFor={id}>{text('import.columns.fallback')}</label>
            <Input
              id={id}
              value={mapping.fallback}
              maxLength={60}
              status={mapping.fallback.trim() === '' ? 'error' : ''}
              onChange={(event) => onMapping({ ...mapping, fallback: event.target.value })}
            />
          </span>
        </>
      )}
    </div>
  );
}
