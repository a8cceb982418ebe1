import * as z from 'zod';
import { create } from 'zustand';
import { getHost } from '#renderer/host/host.ts';
import {
  dropBaseMap,
  keepBaseMap,
  listBaseMaps,
  type StoredBaseMap,
} from '#renderer/storage/base-map-files.ts';
import { openArchive } from '#shared/formats/tiles/open-archive.ts';
import { onlineArchive, onlineMap, type OnlineMap } from '#shared/formats/tiles/online-map.ts';
import { sourceOfBlob, type TileArchive } from '#shared/formats/tiles/tile-archive.ts';

/** Under this id the choice means the addresses of the user instead of a file. */
export const onlineId = 'online';

export interface BaseMap {
  id: string;
  name: string;
  archive: TileArchive;
}

interface BaseMapState {
  /** Null until the storage has been read. */
  files: StoredBaseMap[] | null;
  chosen: string | null;
  opacity: number;
  /** What is drawn under everything; null for none. */
  shown: BaseMap | null;
  /** The user's own address of tiles; asked only while `isOnline`. */
  address: OnlineMap;
  /** Whether the machine has that address switched on: its switch counts, not this window's word. */
  isOnline: boolean;
}

const storageKey = 'hengzong-base-map';
const noAddress: OnlineMap = { template: '', token: '', maxZoom: 18 };
const kept = z.object({
  chosen: z.string().nullable(),
  opacity: z.number().min(0.1).max(1),
  address: onlineMap,
});

const keptFields = kept.keyof().options;

function recall(): z.infer<typeof kept> {
  try {
    return kept.parse(JSON.parse(localStorage.getItem(storageKey) ?? ''));
  } catch {
    return { chosen: null, opacity: 1, address: noAddress };
  }
}

export const useBaseMaps = create<BaseMapState>()(() => ({
  files: null,
  shown: null,
  isOnline: false,
  ...recall(),
}));

const set = useBaseMaps.setState;
const get = useBaseMaps.getState;

useBaseMaps.subscribe((state, before) => {
  if (keptFields.every((field) => state[field] === before[field])) return;
  const { chosen, opacity, address } = state;
  try {
    localStorage.setItem(storageKey, JSON.stringify({ chosen, opacity, address }));
  } catch (error) {
    console.warn(error);
  }
});

async function show(id: string | null): Promise<void> {
  const { files, address, isOnline } = get();
  const file = files?.find((one) => one.id === id);
  if (id === onlineId && isOnline) {
    const host = await getHost();
    const archive = onlineArchive(address, (url) => host.fetchTile(url));
    if (get().chosen === id) set({ shown: { id: `${id} ${address.template}`, name: '', archive } });
  } else if (file) {
    const archive = await openArchive(sourceOfBlob(file.file), file.name);
    if (get().chosen === id) set({ shown: { id: file.id, name: file.name, archive } });
  } else set({ shown: null });
}

/** Reads what was added before and shows what was chosen last. Once for a window. */
export async function openBaseMaps(): Promise<void> {
  if (get().files) return;
  try {
    const [files, source] = await Promise.all([
      listBaseMaps(),
      getHost().then((host) => host.tileSource()),
    ]);
    set({ files, isOnline: source !== null && source === get().address.template });
    await show(get().chosen);
  } catch (error) {
    // Without its base map a district is still all there.
    console.warn(error);
    set((state) => ({ files: state.files ?? [] }));
  }
}

/** Chooses a base map by its id; null for none. @throws FormatError when its file is damaged */
export async function chooseBaseMap(id: string | null): Promise<void> {
  set({ chosen: id });
  await show(id);
}

/**
 * Looks at a file, keeps it and shows it.
 * @throws FormatError when it is no base map, DOMException when it could not be copied
 */
export async function addBaseMap(
  file: File,
  options: { signal: AbortSignal; progress: (share: number) => void },
): Promise<void> {
  await openArchive(sourceOfBlob(file), file.name);
  const one = await keepBaseMap(file, options);
  set((state) => ({ files: [...(state.files ?? []), one] }));
  await chooseBaseMap(one.id);
}

export async function removeBaseMap(id: string): Promise<void> {
  if (get().chosen === id) await chooseBaseMap(null);
  set((state) => ({ files: (state.files ?? []).filter((one) => one.id !== id) }));
  await dropBaseMap(id);
}

/** Switches the user's address on or off, in the machine and so for all windows; off, no request leaves. @throws HostError */
export async function setOnline(isOnline: boolean, address: OnlineMap): Promise<void> {
  await (await getHost()).setTileSource(isOnline ? address.template : null);
  const { chosen } = get();
  const next = isOnline ? onlineId : chosen === onlineId ? null : chosen;
  set({ isOnline, address, chosen: next });
  await show(next);
}

export function setBaseMapOpacity(opacity: number): void {
  set({ opacity });
}
