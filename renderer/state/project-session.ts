import { freshLog } from '#renderer/storage/fresh-log.ts';
import { openProjectChannel } from '#renderer/storage/project-channel.ts';
import {
  isStored,
  openStore,
  type ProjectStore,
  type StoredProject,
  storeWhole,
} from '#renderer/storage/project-store.ts';
import { StorageError, toStorageError } from '#renderer/storage/storage-error.ts';
import { type GiveBack, tryToWrite, waitToWrite } from '#renderer/storage/writer-lock.ts';
import type { AuditRow } from '#shared/edits/audit.ts';
import { Document } from '#shared/edits/document.ts';
import { History, type Step } from '#shared/edits/history.ts';
import { stepOnto } from '#shared/edits/scenario/history-track.ts';
import { PlannedDocument } from '#shared/edits/scenario/planned-document.ts';
import type { ShownPlan } from '#shared/edits/scenario/shown-plan.ts';
import { useView } from './view.ts';

/** What a session tells its owner. */
export interface SessionEvents {
  /** Document, history, role or saving have changed. */
  changed(): void;
  failed(error: StorageError): void;
}

/**
 * One open project: its document in memory, its log, and their way to the disk. Edits count in
 * memory at once and are stored one after the other; those not stored yet are kept, so that after a
 * failure nothing is lost that a retry or a project file can save.
 */
export class ProjectSession {
  readonly id: string;
  /** True when it never becomes the writer, as on the wall. */
  readonly readOnly: boolean;
  /** The document as it is kept, and as it is shown with the plan that this window looks at. */
  planned = new PlannedDocument(new Document());
  history = new History();
  role: 'writer' | 'reader' = 'reader';
  savedAt: number | null = null;
  private readonly events: SessionEvents;
  private store: ProjectStore | null = null;
  private channel: ReturnType<typeof openProjectChannel> | null = null;
  private giveBackLock: GiveBack | null = null;
  private stopWaiting: (() => void) | null = null;
  private readonly unsaved: AuditRow[] = [];
  private work: Promise<void> = Promise.resolve();
  /** Whether rows are on their way to the disk, and when all of them were that once were. */
  private isStoring = false;
  private storing: Promise<void> = Promise.resolve();
  private closed = false;
  private failure: StorageError | null = null;

  constructor(id: string, readOnly: boolean, events: SessionEvents) {
    this.id = id;
    this.readOnly = readOnly;
    this.events = events;
  }

  get saving(): boolean {
    return this.unsaved.length > 0;
  }

  /** What the window shows. */
  get document(): Document {
    return this.planned.shown;
  }

  /** What is stored: the project with the plan in force. */
  get stored(): Document {
    return this.planned.stored;
  }

  /** Shows another plan; it is no edit. */
  showPlan(plan: ShownPlan): void {
    this.planned.show(plan);
    this.followPlan();
    this.events.changed();
  }

  /** Takes the writer's place if it may, then loads everything. @throws StorageError */
  async open(): Promise<void> {
    if (!this.readOnly) this.giveBackLock = await tryToWrite(this.id);
    try {
      this.channel = openProjectChannel(this.id, (sequence) => this.follow(sequence));
      this.store = await this.openStore();
      this.takeOver(await this.store.load());
      this.role = this.giveBackLock ? 'writer' : 'reader';
      if (!this.readOnly && this.role === 'reader') this.waitForTurn();
      // A row stored between load and now was announced before there was a log to compare with.
      if (this.role === 'reader') await this.catchUp();
      // A project file may have carried the log further while nobody was the writer.
      else this.channel.announce(this.history.nextSequence - 1);
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Applies a step to the document and stores it; answers at once. @throws Error when it does not fit. */
  apply(step: Step): void {
    const row: AuditRow = {
      id: crypto.randomUUID(),
      sequence: this.history.nextSequence,
      time: new Date().toISOString(),
      author: useView.getState().author,
      ...step,
    };
    if (step.action !== 'edit') row.patch = stepOnto(this.stored, step.patch);
    this.planned.apply(row.patch);
    this.history.append(row);
    this.followPlan();
    this.unsaved.push(row);
    // On its way to the disk before anybody is told: what they do then takes longer than asking for it.
    const storing = this.storeUnsaved();
    this.work = this.work.then(() => storing);
    this.events.changed();
  }

  /** Resolves when everything is stored. @throws StorageError when something could not be. */
  async whenSaved(): Promise<void> {
    await this.work;
    if (this.failure) throw this.failure;
  }

  /**
   * After a failure: opens the database again and stores what is missing; a database that has
   * vanished is made anew from memory. @throws StorageError when it fails again.
   */
  async retry(): Promise<void> {
    await this.work;
    this.store?.close();
    this.store = null;
    if (this.role === 'writer' && !(await isStored(this.id))) {
      await storeWhole(this.id, {
        records: [...this.stored.everything()],
        audit: [...this.history.rows],
      });
      this.unsaved.length = 0;
      this.savedAt = Date.now();
    }
    this.store = await this.openStore();
    this.failure = null;
    if (this.role === 'reader') await this.catchUp();
    await this.storeUnsaved();
    if (this.failure) throw this.failure;
  }

  /** Lets go of everything; resolves when another window may write. Unsaved edits are lost. */
  async close(): Promise<void> {
    this.closed = true;
    this.stopWaiting?.();
    this.channel?.close();
    this.store?.close();
    await this.giveBackLock?.();
    this.giveBackLock = null;
  }

  private async openStore(): Promise<ProjectStore> {
    if (!this.readOnly) await freshLog();
    return openStore(this.id, (error) => this.fail(error));
  }

  private takeOver(stored: StoredProject): void {
    this.planned = new PlannedDocument(new Document(stored.records));
    this.history = new History(stored.audit);
    this.events.changed();
  }

  /** Stores what is not yet, one row after the other; where that goes on already, it takes up what is new. */
  private storeUnsaved(): Promise<void> {
    if (!this.isStoring) this.storing = this.storeEach();
    return this.storing;
  }

  private async storeEach(): Promise<void> {
    this.isStoring = true;
    try {
      for (let row = this.unsaved[0]; row && !this.failure && !this.closed; row = this.unsaved[0]) {
        if (!this.store) throw new StorageError('cannot-write', 'the database is closed');
        // oxlint-disable-next-line no-await-in-loop -- one after the other, as they follow in the log
        await this.store.write(row);
        this.unsaved.shift();
        this.savedAt = Date.now();
        this.channel?.announce(row.sequence);
        this.events.changed();
      }
    } catch (error) {
      this.fail(toStorageError(error, 'cannot-write'));
    } finally {
      this.isStoring = false;
    }
  }

  private follow(sequence: number): void {
    if (this.role !== 'reader' || sequence < this.history.nextSequence) return;
    this.work = this.work.then(() =>
      this.catchUp().catch((error: unknown) => this.fail(toStorageError(error, 'cannot-open'))),
    );
  }

  private async catchUp(): Promise<void> {
    if (!this.store || this.closed) return;
    const rows = await this.store.rowsAfter(this.history.nextSequence - 1);
    for (const row of rows) {
      if (row.sequence < this.history.nextSequence) continue;
      this.planned.apply(row.patch);
      this.history.append(row);
    }
    this.followPlan();
    if (rows.length > 0) this.events.changed();
  }

  /** A scenario has an undo of its own. */
  private followPlan(): void {
    const { plan } = this.planned;
    this.history.track = plan.of === 'scenario' ? plan.id : null;
  }

  private waitForTurn(): void {
    this.stopWaiting = waitToWrite(this.id, (giveBack) => {
      if (this.closed) {
        void giveBack();
        return;
      }
      this.giveBackLock = giveBack;
      this.work = this.work.then(async () => {
        try {
          await this.catchUp();
          this.role = 'writer';
          this.events.changed();
        } catch (error) {
          this.fail(toStorageError(error, 'cannot-open'));
        }
      });
    });
  }

  private fail(error: StorageError): void {
    if (this.closed || this.failure) return;
    this.failure = error;
    this.events.failed(error);
  }
}
