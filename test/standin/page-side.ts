/** Name of the binding through which a page reaches the stand-in's `ipcMain`. */
export const invokeBinding = '__standinInvoke';
/** Name of the function through which the stand-in reaches a page's `ipcRenderer`. */
export const dispatchFunction = '__standinDispatch';

type Listener = (event: object, ...payload: unknown[]) => void;

interface PageGlobals {
  [invokeBinding](channel: string, message: unknown): Promise<{ value?: unknown; error?: string }>;
  [dispatchFunction](channel: string, payload: unknown): void;
}

/** Makes the `require` of a sandboxed preload; its text runs in the page, so it stands alone. */
function preloadRequire([invokeName, dispatchName]: [
  typeof invokeBinding,
  typeof dispatchFunction,
]): (name: string) => unknown {
  const globals = globalThis as unknown as PageGlobals;
  const listeners = new Map<string, Listener[]>();
  globals[dispatchName] = (channel, payload) => {
    for (const listener of listeners.get(channel) ?? []) listener({}, payload);
  };
  const only = <Api extends object>(name: string, api: Api): Api =>
    new Proxy(api, {
      get(target, key) {
        if (key in target) return Reflect.get(target, key);
        throw new Error(`The stand-in for Electron does not implement ${name}.${String(key)}.`);
      },
    });
  const ipcRenderer = only('ipcRenderer', {
    async invoke(channel: string, message: unknown): Promise<unknown> {
      // What cannot be cloned would not cross in Electron either.
      const answer = await globals[invokeName](channel, structuredClone(message));
      if (answer.error === undefined) return answer.value;
      throw new Error(`Error invoking remote method '${channel}': ${answer.error}`);
    },
    on(channel: string, listener: Listener): void {
      listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    },
    removeListener(channel: string, listener: Listener): void {
      listeners.set(
        channel,
        (listeners.get(channel) ?? []).filter((other) => other !== listener),
      );
    },
  });
  const contextBridge = only('contextBridge', {
    exposeInMainWorld(name: string, api: object): void {
      Object.defineProperty(globalThis, name, { value: Object.freeze(api), enumerable: true });
    },
  });
  const electron = only('electron', { contextBridge, ipcRenderer });
  return (name) => {
    if (name === 'electron') return electron;
    throw new Error(`A sandboxed preload cannot require ${name}.`);
  };
}

/**
 * A script for the page that runs before its own: the compiled preload with `contextBridge` and
 * `ipcRenderer`. Put together as text, because the page's content security policy forbids making
 * functions from strings. Not faithful in one thing: preload and page share a world.
 */
export function preloadScript(preload: string): string {
  const names = JSON.stringify([invokeBinding, dispatchFunction]);
  // Electron gives frames inside a page no preload.
  return `if (window.top === window) (function (require, module, exports) {
${preload}
})((${preloadRequire.toString()})(${names}), { exports: {} }, {});`;
}
