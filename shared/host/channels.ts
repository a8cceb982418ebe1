import { backupName } from '#shared/keep/backup-name.ts';
import { locales } from '#shared/model/locale.ts';
import { id } from '#shared/model/primitives.ts';
import { isTileAddress, isTileTemplate } from '#shared/model/tile-address.ts';
import * as z from 'zod';
import type { ChannelName, EventName } from './bridge.ts';
import { menuCommands } from './host.ts';

/** Files above this many bytes are refused in both directions: 1 GiB. */
export const largestFile = 2 ** 30;

const bytes = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.byteLength <= largestFile,
);
const title = z.string().max(200);
const fileName = z.string().min(1).max(255);
const nothing = z.null();

const filters = z
  .array(
    z.strictObject({
      name: z.string().max(200),
      extensions: z.array(z.string().regex(/^[a-z0-9][a-z0-9-]{0,15}$/)).min(1),
    }),
  )
  .max(20);

/** By what the machine knows a file again; a path never crosses. */
const fileRef = z.uuid();

export const hostFile = z.strictObject({ name: fileName, bytes, ref: fileRef.optional() });

export const recentFile = z.strictObject({
  ref: fileRef,
  name: fileName,
  folder: z.string().max(4096),
  opened: z.number(),
  state: z.enum(['there', 'missing', 'unknown']),
});

const backupPlace = z.strictObject({
  state: z.enum(['ready', 'ask', 'none', 'unsupported']),
  name: z.string().max(4096),
});

export const tileTemplate = z.string().refine(isTileTemplate);

const backup = z.strictObject({ projectId: id, name: backupName });

export const hostInfo = z.strictObject({
  kind: z.enum(['electron', 'browser']),
  version: z.string().min(1),
  locale: z.enum(locales),
});

export const hostDisplay = z.strictObject({
  id: z.string().min(1),
  label: z.string(),
  width: z.number().positive(),
  height: z.number().positive(),
  primary: z.boolean(),
});

/** Every message from a window to the machine: what it carries and what comes back. */
export const channels = {
  info: { input: nothing, output: hostInfo },
  openFiles: {
    input: z.strictObject({ title, filters, multiple: z.boolean() }),
    output: z.array(hostFile),
  },
  saveFile: {
    input: z.strictObject({ title, suggestedName: fileName, filters, bytes }),
    output: fileName.nullable(),
  },
  readResource: { input: z.string().min(1).max(500), output: bytes },
  listDisplays: { input: nothing, output: z.array(hostDisplay).min(1) },
  openWindow: {
    input: z.strictObject({
      window: z.enum(['planner', 'wall', 'briefing']),
      projectId: id,
      displayId: z.string().max(100).nullable(),
    }),
    output: nothing,
  },
  setFullScreen: { input: z.boolean(), output: nothing },
  closeWindow: { input: nothing, output: nothing },
  keepAwake: { input: z.boolean(), output: nothing },
  setLocale: { input: z.enum(locales), output: nothing },
  /** Hands over, once, the project files that were double-clicked or came with a second start. */
  takeOpenedFiles: { input: nothing, output: z.array(hostFile) },
  /** A tile of the address that is switched on; null for others, and when there is none to be had. */
  fetchTile: { input: z.string().refine(isTileAddress), output: bytes.nullable() },
  /** The address of tiles that is switched on; null while the network is not to be asked. */
  tileSource: { input: nothing, output: tileTemplate.nullable() },
  setTileSource: { input: tileTemplate.nullable(), output: nothing },
  saveProject: {
    input: z.strictObject({
      title,
      suggestedName: fileName,
      filters,
      bytes,
      ref: fileRef.nullable(),
    }),
    output: z.strictObject({ name: fileName, ref: fileRef.nullable() }).nullable(),
  },
  listRecent: { input: nothing, output: z.array(recentFile) },
  openRecent: { input: fileRef, output: hostFile },
  forgetRecent: { input: fileRef, output: nothing },
  backupPlace: { input: nothing, output: backupPlace },
  chooseBackupPlace: { input: nothing, output: backupPlace },
  listBackups: {
    input: nothing,
    output: z.array(backup.extend({ bytes: z.number().nonnegative() })),
  },
  writeBackup: { input: backup.extend({ bytes }), output: nothing },
  readBackup: { input: backup, output: bytes },
  removeBackup: { input: backup, output: nothing },
  diskFree: { input: nothing, output: z.number().nonnegative().nullable() },
} as const satisfies Record<ChannelName, { input: z.ZodType; output: z.ZodType }>;

export type ChannelInput<Name extends ChannelName> = z.infer<(typeof channels)[Name]['input']>;
export type ChannelOutput<Name extends ChannelName> = z.infer<(typeof channels)[Name]['output']>;

/** Every message from the machine to a window. `fileWaiting` says: call `takeOpenedFiles`. */
export const events = {
  menuCommand: z.enum(menuCommands),
  fileWaiting: nothing,
} as const satisfies Record<EventName, z.ZodType>;

export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]>;

/** The envelope of every answer: errors cross as text keys, never as stack traces. */
export const reply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    key: z.string(),
    params: z.record(z.string(), z.string()),
  }),
]);
export type Reply = z.infer<typeof reply>;
