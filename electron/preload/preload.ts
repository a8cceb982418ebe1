import { contextBridge, ipcRenderer } from 'electron';
import { bridgeName, channelNames, eventNames, type HostBridge } from '#shared/host/bridge.ts';

/** Passes only messages of known names; the main process checks what they carry and who sent them. */
const bridge: HostBridge = {
  invoke(channel, input) {
    if (!channelNames.includes(channel)) {
      return Promise.reject(new Error(`Unknown channel ${String(channel)}`));
    }
    return ipcRenderer.invoke(channel, input);
  },
  on(event, listener) {
    if (!eventNames.includes(event)) throw new Error(`Unknown event ${String(event)}`);
    // The page never sees the IPC event itself, which would give it the sender.
    const pass = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(event, pass);
    return () => {
      ipcRenderer.removeListener(event, pass);
    };
  },
};

contextBridge.exposeInMainWorld(bridgeName, bridge);
