/// <reference lib="webworker" />
import { createJobServer } from '#shared/jobs/job-server.ts';
import { keepJobs } from './keep-jobs.ts';

const serve = createJobServer(
  keepJobs,
  (message, transfer) => self.postMessage(message, transfer),
  () => new AbortController(),
);
self.addEventListener('message', (event: MessageEvent<unknown>) => serve(event.data));
