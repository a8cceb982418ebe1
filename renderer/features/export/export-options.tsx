import { Checkbox, Select } from 'antd';
import { useId } from 'react';
import { crsName } from '#renderer/ui/crs-name.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './export-dialog.module.css';
import { offeredFormats, offeredSystems, useExportSettings } from './export-settings.ts';

/** Format, coordinate system and encoding of an export. */
export function ExportOptions(props: { phones: boolean; onPhones: (on: boolean) => void }) {
  const text = useText();
  const id = useId();
  const { format, crs, encoding, holders } = useExportSettings();
  const set = useExportSettings.setState;
  return (
    <fieldset className={styles.group}>
      <legend>{text('export.options')}</legend>
      <div className={styles.choice}>
        <label htmlFor={`${id}-format`}>{text('export.format')}</label>
        <Select
          id={`${id}-format`}
          value={format}
          options={offeredFormats.map((value) => ({
            value,
            label: text(`export.formats.${value}`),
          }))}
          onChange={(value) => set({ format: value })}
        />
      </div>
      <div className={styles.choice}>
        <label htmlFor={`${id}-crs`}>{text('export.system')}</label>
        <Select
          id={`${id}-crs`}
          value={crs}
          options={offeredSystems.map((value) => ({ value, label: crsName(text, value) }))}
          onChange={(value) => set({ crs: value })}
        />
      </div>
      {format === 'shapefileZip' && (
        <div className={styles.choice}>
          <label htmlFor={`${id}-encoding`}>{text('export.encoding')}</label>
          <Select
            id={`${id}-encoding`}
            value={encoding}
            options={[
              { value: 'utf-8' as const, label: text('export.encodings.utf8') },
              { value: 'gb18030' as const, label: text('export.encodings.gbk') },
            ]}
            onChange={(value) => set({ encoding: value })}
          />
        </div>
      )}
      <Checkbox checked={holders} onChange={({ target }) => set({ holders: target.checked })}>
        {text('export.holders')}
      </Checkbox>
      <Checkbox checked={props.phones} onChange={({ target }) => props.onPhones(target.checked)}>
        {text('export.phones')}
      </Checkbox>
      <p className={styles.quiet}>{text('export.phonesHint')}</p>
    </fieldset>
  );
}
