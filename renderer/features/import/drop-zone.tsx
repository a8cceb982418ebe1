import { FileDown } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { DataFile } from '#shared/host/host.ts';
import styles from './drop-zone.module.css';
import { usePastedFiles } from './use-pasted-files.ts';
import { useTakeFiles } from './use-take-files.ts';

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Takes files dropped anywhere on the window, with a clear hint while they hover over it. */
export function ImportDropZone(props: {
  onFiles: (files: DataFile[]) => void;
  children: ReactNode;
}) {
  const text = useText();
  const [over, setOver] = useState(false);
  const { onFiles } = props;
  const open = useDialogs((state) => state.open);
  // An open dialog takes what is pasted for itself.
  usePastedFiles(onFiles, open === null);
  const take = useEffectEvent(useTakeFiles(onFiles));

  useEffect(() => {
    // Entering a child fires before leaving its parent, so depth tells when the window is left.
    let depth = 0;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const hover = (event: DragEvent) => {
      // Without this the window would leave the app and show the file.
      if (carriesFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0) take(files);
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', hover);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('drop', drop);
    };
  }, []);

  return (
    <>
      {props.children}
      {over && (
        <div className={styles.cover} role="status">
          <div className={styles.hint}>
            <FileDown size={32} aria-hidden />
            <strong>{text('import.drop')}</strong>
            <span>{text('import.dropHint')}</span>
          </div>
        </div>
      )}
    </>
  );
}
