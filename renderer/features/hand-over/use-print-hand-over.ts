import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { getHost } from '#renderer/host/host.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { safeFileName } from '#renderer/ui/file-name.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { HandOverLines } from '#shared/jobs/chain-session/hand-over-lines.ts';

/** Saving a hand-over sheet as PDF where the user chooses. */
export function usePrintHandOver() {
  const text = useText();
  const { message } = App.useApp();
  /** 0 to 1; null when nothing is being printed. */
  const [progress, setProgress] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const print = async (sheet: HandOverLines, effectiveOn: string, phones: boolean) => {
    const { project } = useProject.getState();
    if (!project) return;
    const mine = new AbortController();
    running.current = mine;
    setProgress(0);
    try {
      const { printHandOver } = await import('./print-hand-over.ts');
      const bytes = await printHandOver(
        {
          sheet,
          project: project.name,
          invented: project.invented,
          effectiveOn,
          phones,
          offset: project.utcOffsetMinutes,
          locale: useView.getState().locale,
          text,
        },
        mine.signal,
        setProgress,
      );
      const host = await getHost();
      const name = text('handOver.fileName', { project: project.name, day: effectiveOn });
      const saved = await host.saveFile({
        title: text('handOver.title'),
        suggestedName: `${safeFileName(name)}.pdf`,
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
        bytes,
      });
      if (saved !== null) message.success(text('export.saved', { name: saved }));
    } catch (error) {
      if (mine.signal.aborted) return;
      message.error({
        content: text('export.failed', { reason: errorText(error) }),
        duration: 8,
      });
    } finally {
      if (!mine.signal.aborted) setProgress(null);
    }
  };
  return { progress, print };
}
