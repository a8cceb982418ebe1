/// <reference lib="webworker" />
import { createChainServer } from '#shared/jobs/chain-session/chain-server.ts';

const serve = createChainServer((message) => self.postMessage(message));
self.addEventListener('message', (event: MessageEvent<unknown>) => serve(event.data));
