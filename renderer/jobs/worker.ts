/// <reference lib="webworker" />
import { handlers } from '#shared/jobs/handlers.ts';
import { createJobServer } from '#shared/jobs/job-server.ts';
import { runBeside } from './run-beside.ts';

const serve = createJobServer(
  handlers,
  (message, transfer) => self.postMessage(message, transfer),
  () => new AbortController(),
  runBeside,
);
self.addEventListener('message', (event: MessageEvent<unknown>) => serve(event.data));
