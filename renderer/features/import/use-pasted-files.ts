import { useEffect, useEffectEvent } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import type { DataFile } from '#shared/host/host.ts';
import { pastedFile } from './pasted-file.ts';
import { useTakeFiles } from './use-take-files.ts';

/** Whether something takes a paste itself: a field that is written in, or a list with cells. */
function takesPaste(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input, textarea, [contenteditable="true"], [role="grid"]') !== null
  );
}

/** Whether a text is a table: more than one line, or more than one column. */
function isTable(pasted: string): boolean {
  return pasted.includes('\t') || pasted.trim().includes('\n');
}

/** Takes a table or files pasted anywhere in the window but into a field, as if they were dropped. */
export function usePastedFiles(onFiles: (files: DataFile[]) => void, active: boolean): void {
  const text = useText();
  const takeFiles = useTakeFiles(onFiles);
  const take = useEffectEvent((event: ClipboardEvent) => {
    if (event.defaultPrevented || takesPaste(event.target)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    // A spreadsheet offers a picture of its cells beside them.
    if (isTable(pasted)) {
      event.preventDefault();
      onFiles([pastedFile(text('import.paste.name'), pasted)]);
    } else if (files.length > 0) {
      event.preventDefault();
      takeFiles(files);
    }
  });
  useEffect(() => {
    if (!active) return;
    const listen = (event: ClipboardEvent) => take(event);
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, [active]);
}
