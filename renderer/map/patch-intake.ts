import type { Patch } from '#shared/edits/patch.ts';
import { nextTask } from '#shared/jobs/next-task.ts';
import { inSlices, type Steps } from '#shared/jobs/slices.ts';
import { patchParts, patchSize } from './patch-parts.ts';

/** Records of a patch that are taken up at a time: a few milliseconds. */
const partSize = 40;

/** Hands the patches of a document on one after the other: at once, or a large one in slices of a few milliseconds. */
export class PatchIntake {
  private readonly apply: (patch: Patch) => void;
  private readonly done: () => void;
  /** Patches that are taken up in slices, the first of them just now. */
  private readonly waiting: Patch[] = [];
  private closed = false;

  /** @param done told when patches that were taken up in slices are in */
  constructor(apply: (patch: Patch) => void, done: () => void) {
    this.apply = apply;
    this.done = done;
  }

  take(patch: Patch): void {
    if (this.waiting.length === 0 && patchSize(patch) <= partSize) return this.apply(patch);
    this.waiting.push(patch);
    if (this.waiting.length === 1) void this.takeUp();
  }

  close(): void {
    this.closed = true;
  }

  private async takeUp(): Promise<void> {
    // Not in the task in which all others take the patch up.
    await nextTask();
    if (!this.closed) await inSlices(this.slices(), () => !this.closed);
    if (!this.closed) this.done();
  }

  private *slices(): Steps {
    for (let patch = this.waiting[0]; patch; patch = this.waiting[0]) {
      try {
        for (const part of patchParts(patch, partSize)) {
          this.apply(part);
          yield;
        }
      } catch (error) {
        // The map lacks a part of this one; those that wait behind it come in all the same.
        console.error('map:', error);
      } finally {
        this.waiting.shift();
      }
    }
  }
}
