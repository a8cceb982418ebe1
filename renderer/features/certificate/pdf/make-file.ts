import type { MapImage } from '#renderer/map/canvas-image.ts';
import type { CertificateBody, Issuer } from '#shared/briefing/certificate/certificate.ts';
import type { Locale } from '#shared/model/locale.ts';

/** What the worker is asked for: the JSON of a certificate, or its print. */
export interface CertificateRequest {
  body: CertificateBody;
  issuer: Issuer;
  /** Null for JSON. */
  print: {
    locale: Locale;
    map: { picture: ImageBitmap; metresPerPoint: number };
    signs: Readonly<Record<string, MapImage>>;
  } | null;
}

export type CertificateReply =
  | { type: 'progress'; fraction: number }
  | { type: 'made'; bytes: Uint8Array<ArrayBuffer> }
  | { type: 'failed'; message: string };

/**
 * The file of a certificate, made in a worker of its own: sealing, laying out and packing hundreds of
 * pages would hold the window up. The map's picture is handed over.
 * @throws the signal's reason when cancelled; Error when it cannot be drawn
 */
export function makeFile(
  request: CertificateRequest,
  signal: AbortSignal,
  onProgress: (fraction: number) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    // In one expression, by which the bundler knows a worker.
    const worker = new Worker(new URL('./certificate-worker.ts', import.meta.url), {
      type: 'module',
    });
    const end = (settle: () => void) => {
      worker.terminate();
      settle();
    };
    signal.addEventListener('abort', () => end(() => reject(signal.reason as Error)));
    worker.onerror = (event) => {
      end(() => reject(new Error(event.message || 'the worker could not be started')));
    };
    worker.onmessage = ({ data }: MessageEvent<CertificateReply>) => {
      if (data.type === 'progress') onProgress(data.fraction);
      else if (data.type === 'made') end(() => resolve(data.bytes));
      else end(() => reject(new Error(data.message)));
    };
    worker.postMessage(request, request.print ? [request.print.map.picture] : []);
  });
}
