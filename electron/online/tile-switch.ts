import * as z from 'zod';
import { readJson, writeJson } from '#electron/files/json-file.ts';
import { fitsTemplate, isTileTemplate } from '#shared/model/tile-address.ts';
import { fetchTile } from './fetch-tile.ts';

const kept = z.strictObject({ template: z.string().refine(isTileTemplate).nullable() });

/**
 * The machine's own switch of the base map from the network: off until the user switches an address on,
 * and remembered here, not by the windows. While it is off nothing is fetched, whatever a window asks for;
 * while it is on, only what fits that one address.
 */
export class TileSwitch {
  /** Where it is remembered; null for as long as the program runs. */
  private readonly file: string | null;
  private on: string | null;

  constructor(file: string | null) {
    this.file = file;
    this.on = file === null ? null : readJson(file, kept, { template: null }).template;
  }

  /** The address that is switched on; null when it is off. */
  get template(): string | null {
    return this.on;
  }

  /** Counts from now on; resolves when it is remembered. */
  async turn(template: string | null): Promise<void> {
    this.on = template;
    if (this.file !== null) await writeJson(this.file, { template });
  }

  /** A tile of the address that is switched on; null when it is none, or there is none to be had. */
  async fetch(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
    if (this.on === null || !fitsTemplate(url, this.on)) return null;
    const bytes = await fetchTile(url);
    // It may have been switched off meanwhile.
    return this.on === null ? null : bytes;
  }
}
