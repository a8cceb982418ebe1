/** The port to a worker; whatever ends the worker is told to `onCrash`. */
export function startWorker(
  worker: Worker,
  onMessage: (message: unknown) => void,
  onCrash: (reason: string) => void,
) {
  worker.onmessage = (event: MessageEvent<unknown>) => onMessage(event.data);
  worker.onmessageerror = () => onCrash('a message of the worker could not be read');
  worker.onerror = (event) => onCrash(event.message || 'the worker could not be started');
  return {
    post: (message: unknown, transfer: readonly ArrayBuffer[] = []) =>
      worker.postMessage(message, [...transfer]),
    terminate: () => worker.terminate(),
  };
}
