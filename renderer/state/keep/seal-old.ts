import type { BackupRef, Host } from '#shared/host/host.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Seals backups that were written before their project had a passphrase, each in its own place. One that cannot be
 * read or written does not keep the others open. @throws what the first of those failed with, in the end
 * @param seal the bytes sealed; null where they are already, or there is no key
 */
export async function sealOld(
  host: Pick<Host, 'readBackup' | 'writeBackup'>,
  backups: readonly BackupRef[],
  seal: (of: string, bytes: Bytes) => Promise<Bytes | null>,
): Promise<void> {
  const failures: unknown[] = [];
  for (const { projectId, name } of backups) {
    try {
      const bytes = await seal(projectId, await host.readBackup({ projectId, name }));
      if (bytes) await host.writeBackup({ projectId, name, bytes });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}
