import { App } from 'antd';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { getHost } from '#renderer/host/host.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { mapImage } from '#renderer/map/map-images.ts';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { safeFileName } from '#renderer/ui/file-name.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { CertificateBody, Issuer } from '#shared/briefing/certificate/certificate.ts';
import { makeFile } from './pdf/make-file.ts';
import { printedSigns } from './pdf/print.ts';
import type { PrintMapHandle } from './print-map.tsx';

/** Longest wait for the map's first picture, in milliseconds; drawing in software takes its time. */
const patienceMs = 90_000;

/** Saving a certificate as PDF or JSON where the user chooses. */
export function useSaveCertificate(map: RefObject<PrintMapHandle | null>) {
  const text = useText();
  const { message } = App.useApp();
  const locale = useView((state) => state.locale);
  /** Progress of the PDF, 0 to 1; null when none is being made. */
  const [progress, setProgress] = useState<number | null>(null);
  const running = useRef<AbortController | null>(null);
  const whenReady = useRef<(() => void) | null>(null);
  const ready = useRef(false);
  useEffect(() => () => running.current?.abort(), []);

  const onMapReady = () => {
    ready.current = true;
    whenReady.current?.();
  };
  const mapReady = () =>
    new Promise<void>((resolve, reject) => {
      if (ready.current) return resolve();
      const timer = setTimeout(
        () => reject(new Error(text('certificate.dialog.noMap'))),
        patienceMs,
      );
      whenReady.current = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const save = async (
    extension: 'pdf' | 'json',
    body: CertificateBody,
    bytes: Uint8Array<ArrayBuffer>,
  ) => {
    const host = await getHost();
    const project = useProject.getState().project?.name ?? '';
    const name = safeFileName(`${project} ${text('certificate.title')} ${body.day}`.trim());
    const saved = await host.saveFile({
      title: text('certificate.title'),
      suggestedName: `${name}.${extension}`,
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      bytes,
    });
    if (saved !== null) message.success(text('certificate.dialog.saved', { name: saved }));
  };

  const attempt = async (work: (signal: AbortSignal) => Promise<void>) => {
    const mine = new AbortController();
    running.current = mine;
    try {
      await work(mine.signal);
    } catch (error) {
      if (mine.signal.aborted) return;
      const reason = errorText(error);
      message.error({ content: text('certificate.dialog.notSaved', { reason }), duration: 8 });
    } finally {
      if (!mine.signal.aborted) setProgress(null);
    }
  };

  const saveJson = (body: CertificateBody, issuer: Issuer) =>
    attempt(async (signal) => {
      const bytes = await makeFile({ body, issuer, print: null }, signal, () => undefined);
      await save('json', body, bytes);
    });

  const savePdf = (body: CertificateBody, issuer: Issuer) =>
    attempt(async (signal) => {
      setProgress(0);
      await mapReady();
      signal.throwIfAborted();
      const picture = await map.current?.picture();
      if (!picture) throw new Error(text('certificate.dialog.noMap'));
      const signs = Object.fromEntries(
        printedSigns.flatMap((name) => {
          const image = mapImage(`${name}-light`);
          return image ? [[name, image]] : [];
        }),
      );
      const print = { locale, map: picture, signs };
      const bytes = await makeFile({ body, issuer, print }, signal, setProgress);
      await save('pdf', body, bytes);
    });

  return { progress, onMapReady, saveJson, savePdf };
}
