/// <reference lib="webworker" />
import { createSessionServer } from '#shared/jobs/check-session/session-server.ts';

const serve = createSessionServer(
  (message) => self.postMessage(message),
  () => new AbortController(),
);
self.addEventListener('message', (event: MessageEvent<unknown>) => serve(event.data));
