/// <reference lib="webworker" />
import { createJobServer } from '#shared/jobs/job-server.ts';
import { filePlacers } from './file-placer.ts';

const serve = createJobServer(
  filePlacers,
  (message, transfer) => self.postMessage(message, transfer),
  () => new AbortController(),
);
self.addEventListener('message', (event: MessageEvent<unknown>) => serve(event.data));
