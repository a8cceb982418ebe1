import * as z from 'zod';
import {
  type Certificate,
  certificate,
  certificateFormat,
  certificateVersion,
} from './certificate.ts';

/** Why a text is no certificate: `notJson`, `notCertificate`, `version`, `unknownPart` or `broken`. */
export class CertificateError extends Error {
  readonly key: 'notJson' | 'notCertificate' | 'version' | 'unknownPart' | 'broken';
  readonly params: Record<string, string | number>;

  constructor(key: CertificateError['key'], params: CertificateError['params'] = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

const head = z.looseObject({ format: z.literal(certificateFormat), version: z.number() });

/** The certificate in a JSON text. @throws CertificateError naming the part that is wrong */
export function readCertificate(text: string): Certificate {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new CertificateError('notJson');
  }
  const known = head.safeParse(value);
  if (!known.success) throw new CertificateError('notCertificate');
  if (known.data.version !== certificateVersion) {
    throw new CertificateError('version', { version: known.data.version });
  }
  const read = certificate.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys : [];
  const part = [...(issue?.path ?? []), ...keys.slice(0, 1)].join('.');
  throw new CertificateError(keys.length > 0 ? 'unknownPart' : 'broken', { part });
}
