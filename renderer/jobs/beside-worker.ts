/// <reference lib="webworker" />
import { besideHandlers } from '#shared/jobs/beside/handlers.ts';
import { createJobServer } from '#shared/jobs/job-server.ts';

const serve = createJobServer(
  besideHandlers,
  (message, transfer) => self.postMessage(message, transfer),
  () => new AbortController(),
);
self.addEventListener('message', (event: MessageEvent<unknown>) => serve(event.data));
