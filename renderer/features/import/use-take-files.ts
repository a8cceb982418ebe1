import { App } from 'antd';
import { asData } from '#renderer/host/as-data.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { DataFile } from '#shared/host/host.ts';
import { errorSentence } from './error-sentence.ts';

/** Hands files on that were dropped or pasted; says so when one cannot be taken. */
export function useTakeFiles(onFiles: (files: DataFile[]) => void): (files: File[]) => void {
  const text = useText();
  const { message } = App.useApp();
  return (files) => {
    Promise.all(files.map(asData)).then(onFiles, (error: unknown) => {
      const { key, params } = errorSentence(error, 'import.unreadable', {
        name: files.map((file) => file.name).join('、'),
      });
      message.error({ content: text(textKey(key), params), duration: 8 });
    });
  };
}
