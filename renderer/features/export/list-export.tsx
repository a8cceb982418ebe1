import { App, Button, Checkbox, Popover } from 'antd';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { errorSentence } from '#renderer/features/import/error-sentence.ts';
import { getHost } from '#renderer/host/host.ts';
import { safeFileName } from '#renderer/ui/file-name.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import { type ListFormat, listFormats } from '#shared/formats/list/list-file.ts';
import styles from './export-dialog.module.css';

/** A button that saves a list as a workbook or as CSV, with phone numbers in full only when asked for. */
export function ListExport(props: {
  /** Name of the file without its suffix. */
  name: string;
  disabled: boolean;
  make: (format: ListFormat, phones: boolean) => Promise<Uint8Array<ArrayBuffer>>;
}) {
  const text = useText();
  const { message } = App.useApp();
  const [open, setOpen] = useState(false);
  const [phones, setPhones] = useState(false);
  const [busy, setBusy] = useState(false);

  const save = async (format: ListFormat) => {
    setBusy(true);
    try {
      const bytes = await props.make(format, phones);
      const host = await getHost();
      const saved = await host.saveFile({
        title: text('export.title'),
        suggestedName: `${safeFileName(props.name)}.${format}`,
        filters: [{ name: text(`lists.filter.${format}`), extensions: [format] }],
        bytes,
      });
      if (saved === null) return;
      message.success(text('export.saved', { name: saved }));
      setOpen(false);
    } catch (error) {
      const { key, params } = errorSentence(error, 'export.unknown');
      message.error(text('export.failed', { reason: text(textKey(key), params) }));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Popover
      trigger="click"
      placement="topRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className={styles.lists} role="group" aria-label={text('lists.export')}>
          <Checkbox checked={phones} onChange={({ target }) => setPhones(target.checked)}>
            {text('lists.phones')}
          </Checkbox>
          <p className={styles.quiet}>{text('lists.phonesHint')}</p>
          <div className={styles.buttons}>
            {listFormats.map((format) => (
              <Button
                key={format}
                size="small"
                type={format === 'xlsx' ? 'primary' : 'default'}
                disabled={busy}
                onClick={() => void save(format)}
              >
                {text(`lists.save.${format}`)}
              </Button>
            ))}
          </div>
        </div>
      }
    >
      <Button size="small" disabled={props.disabled} icon={<Download size={14} aria-hidden />}>
        {text('lists.export')}
      </Button>
    </Popover>
  );
}
