import { HostError } from '#shared/host/host-error.ts';

/** Error codes of the system that have a sentence of their own. */
const causes: Readonly<Record<string, string>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EBUSY: 'busy',
  ETXTBSY: 'busy',
  ENOSPC: 'full',
  EDQUOT: 'full',
  EISDIR: 'notFile',
  ENAMETOOLONG: 'longName',
};

/** The code of a system error, or `''`. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** A system error while reading or writing, as a sentence for the user that names the file. */
export function fileError(doing: 'read' | 'write', name: string, error: unknown): HostError {
  if (error instanceof HostError) return error;
  const cause = causes[systemCode(error)] ?? 'other';
  const reason = error instanceof Error ? error.message : String(error);
  return new HostError(`host.${doing}.${cause}`, cause === 'other' ? { name, reason } : { name });
}
