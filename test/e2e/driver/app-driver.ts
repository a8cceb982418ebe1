import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ConsoleMessage, Page } from '@playwright/test';
import type { WindowName } from '#shared/host/host.ts';
import type { Locale } from '#shared/model/locale.ts';
import { createTranslator, type TextKey } from '#shared/i18n/translate.ts';
import type { Session } from './session.ts';

/**
 * What a test does with the app, in the words of its user. Everything on the page is found by role
 * and name, and names come from the app's own texts, so a test holds in both languages.
 */
export class AppDriver {
  /** Errors that any window wrote to its console or left uncaught. */
  readonly errors: string[] = [];
  /** Addresses outside the app that any window asked for. */
  readonly foreignRequests: string[] = [];
  private readonly session: Session;
  private readonly locale: Locale;
  private plannerPage: Page | null = null;

  constructor(session: Session, locale: Locale) {
    this.session = session;
    this.locale = locale;
    session.context.on('page', (page) => this.watch(page));
    session.context.pages().forEach((page) => this.watch(page));
    session.context.on('request', (request) => {
      const own = this.plannerPage === null ? null : new URL(this.plannerPage.url());
      const { protocol, host } = new URL(request.url());
      const local = ['blob:', 'data:', 'app:', 'devtools:'].includes(protocol);
      if (!local && own !== null && host !== own.host) this.foreignRequests.push(request.url());
    });
  }

  private watch(page: Page) {
    page.on('pageerror', (error) => this.errors.push(`${page.url()}: ${error.stack ?? error}`));
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') this.errors.push(`${page.url()}: ${message.text()}`);
    });
  }

  /** The planner window. @throws Error before `start`. */
  get planner(): Page {
    if (this.plannerPage === null) throw new Error('The app has not been started.');
    return this.plannerPage;
  }

  get context() {
    return this.session.context;
  }

  /** The app's text for a key in the language of this run. */
  text(key: TextKey, parameters: Record<string, unknown> = {}): string {
    return createTranslator(this.locale).t(key, parameters);
  }

  /** Starts the app and waits until its first window has drawn something. */
  async start(): Promise<Page> {
    this.plannerPage = await this.session.openPlanner();
    await this.plannerPage.locator('#root > *').first().waitFor();
    return this.plannerPage;
  }

  /** Opens another window of the app by doing `act`. */
  windowOpenedBy(name: WindowName, act: () => Promise<void>): Promise<Page> {
    return this.session.windowOpenedBy(name, act);
  }

  /** Does `act`, which asks for files, and chooses these; none cancels the dialog. */
  choosing<Result>(files: string[], act: () => Promise<Result>): Promise<Result> {
    return this.session.answerOpen(this.planner, files, act);
  }

  /** Does `act`, which saves a file, and tells what was saved. */
  saving<Result>(act: () => Promise<Result>) {
    return this.session.answerSave(this.planner, act);
  }

  /** Drops a file on the middle of the planner window. */
  async dropFile(path: string): Promise<void> {
    const content = (await readFile(path)).toString('base64');
    await this.planner.evaluate(
      ({ name, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([bytes], name));
        const target = document.elementFromPoint(innerWidth / 2, innerHeight / 2) ?? document.body;
        for (const type of ['dragenter', 'dragover', 'drop']) {
          const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer });
          target.dispatchEvent(event);
        }
      },
      { name: basename(path), base64: content },
    );
  }

  close(): Promise<void> {
    return this.session.close();
  }
}
