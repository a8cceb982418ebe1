import type { BackupRef, Host } from '#shared/host/host.ts';
import { HostError } from '#shared/host/host-error.ts';

const digest = async (bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join();

/**
 * Writes a backup and reads it again. One that does not come back as it was written is taken away, so that it
 * passes for none and nothing older goes for it. @throws HostError
 */
export async function writeChecked(
  host: Pick<Host, 'writeBackup' | 'readBackup' | 'removeBackup'>,
  backup: BackupRef & { bytes: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const { projectId, name, bytes } = backup;
  const written = await digest(bytes);
  await host.writeBackup(backup);
  const read = await host.readBackup({ projectId, name }).catch(() => null);
  if (read && (await digest(read)) === written) return;
  await host.removeBackup({ projectId, name });
  throw new HostError('host.write.unlike', { name });
}
