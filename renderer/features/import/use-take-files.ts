import { App } from 'antd';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { HostFile } from '#shared/host/host.ts';
import { errorSentence } from './error-sentence.ts';
import { readDropped } from './read-dropped.ts';

/** Reads files that were dropped or pasted and hands them on; says so when one cannot be read. */
export function useTakeFiles(onFiles: (files: HostFile[]) => void): (files: File[]) => void {
  const text = useText();
  const { message } = App.useApp();
  return (files) => {
    readDropped(files).then(onFiles, (error: unknown) => {
      const { key, params } = errorSentence(error, 'import.unreadable', {
        name: files.map((file) => file.name).join('、'),
      });
      message.error({ content: text(textKey(key), params), duration: 8 });
    });
  };
}
