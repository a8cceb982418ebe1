import { HostError } from '#shared/host/host-error.ts';

/**
 * Reads a file that ships with the app, by its path below resources/.
 * @throws HostError when it is not there, or when the path would lead elsewhere.
 */
export async function readOwnResource(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const refused = () => new HostError('browserHost.resourceMissing', { path });
  const steps = path.split('/');
  // A browser folds `..` before it asks, so the server would never see it.
  if (path.includes('\\') || steps.some((step) => ['', '.', '..'].includes(step))) throw refused();
  const address = `/resources/${steps.map(encodeURIComponent).join('/')}`;
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok) throw refused();
  return new Uint8Array(await answer.arrayBuffer());
}
