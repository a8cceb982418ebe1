/**
 * Bundled by the contract test alone and put into a running page: makes the page's real host
 * reachable from the test, which the shipped app never does.
 */
import { getHost } from '#renderer/host/host.ts';
import type { Host } from '#shared/host/host.ts';

declare global {
  var hostUnderTest: Host;
}

const ready = getHost().then((host) => {
  globalThis.hostUnderTest = host;
});

export default ready;
