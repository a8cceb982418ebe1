import { Button, Input } from 'antd';
import { ClipboardPaste } from 'lucide-react';
import { useId, useState } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import type { DataFile } from '#shared/host/host.ts';
import styles from './import-dialog.module.css';
import { pastedFile } from './pasted-file.ts';

/** A table copied from a spreadsheet or a chat, as if it were a file. */
export function PasteTable(props: { onFile: (file: DataFile) => void }) {
  const text = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [pasted, setPasted] = useState('');
  if (!open) {
    return (
      <Button icon={<ClipboardPaste size={14} aria-hidden />} onClick={() => setOpen(true)}>
        {text('import.paste.open')}
      </Button>
    );
  }
  const take = () => {
    props.onFile(pastedFile(text('import.paste.name'), pasted));
    setPasted('');
    setOpen(false);
  };
  return (
    <div className={styles.paste}>
      <label htmlFor={id}>{text('import.paste.label')}</label>
      <Input.TextArea
        id={id}
        autoFocus
        rows={5}
        value={pasted}
        placeholder={text('import.paste.example')}
        onChange={(event) => setPasted(event.target.value)}
      />
      <div>
        <Button type="primary" size="small" disabled={pasted.trim() === ''} onClick={take}>
          {text('import.paste.take')}
        </Button>
        <Button size="small" onClick={() => setOpen(false)}>
          {text('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
