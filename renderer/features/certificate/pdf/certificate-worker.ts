/// <reference lib="webworker" />
import type { Translate } from '#renderer/ui/text-key.ts';
import { sealed } from '#shared/briefing/certificate/seal.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import type { CertificateRequest, CertificateReply } from './make-file.ts';
import { printCertificate } from './print-certificate.ts';

const reply = (message: CertificateReply, transfer: Transferable[] = []) =>
  self.postMessage(message, transfer);

/** Seals a certificate and makes the file of it that was asked for. */
async function make({ body, issuer, print }: CertificateRequest): Promise<Uint8Array<ArrayBuffer>> {
  const certificate = await sealed(body, issuer);
  if (!print) return new TextEncoder().encode(`${JSON.stringify(certificate, null, 2)}\n`);
  const { t } = createTranslator(print.locale);
  const text = t as unknown as Translate;
  const { map, signs } = print;
  return printCertificate({ certificate, text, map, signs }, (fraction) =>
    reply({ type: 'progress', fraction }),
  );
}

self.addEventListener('message', (event: MessageEvent<CertificateRequest>) => {
  make(event.data).then(
    (bytes) => reply({ type: 'made', bytes }, [bytes.buffer]),
    (error: unknown) =>
      reply({ type: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
