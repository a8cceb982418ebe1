import type { i18n } from 'i18next';
import { writeFileWhole } from '#electron/files/write-file-whole.ts';
import { HostError } from '#shared/host/host-error.ts';
import { BadInput } from './bad-input.ts';

/** Writes what a command made, whole or not at all. @throws BadInput saying why it cannot */
export async function writeResult(file: string, text: string, translator: i18n): Promise<void> {
  try {
    await writeFileWhole(file, new TextEncoder().encode(text));
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    throw new BadInput('notWritten', { reason: translator.t(error.key, error.params) });
  }
}
