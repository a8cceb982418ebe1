import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Page } from '@playwright/test';
import type { MenuCommand, WindowName } from '#shared/host/host.ts';
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
  private locale: Locale;
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

  private note(page: Page, error: string) {
    this.errors.push(`${new URL(page.url()).pathname}: ${error}`);
  }

  private watch(page: Page) {
    page.on('pageerror', (error) => this.note(page, error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.note(page, message.text());
    });
  }

  /** Errors of windows that were open before this driver could listen. */
  private async catchUp(page: Page): Promise<void> {
    const before = this.errors.length;
    for (const error of await page.pageErrors()) this.note(page, error.stack ?? error.message);
    for (const message of await page.consoleMessages()) {
      if (message.type() === 'error') this.note(page, message.text());
    }
    // What was heard as well is not said twice.
    const known = new Set(this.errors);
    if (before > 0) this.errors.splice(0, Infinity, ...known);
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

  /** Starts the app and waits for its three doors, or goes through the first of them. */
  async start({ sample = false } = {}): Promise<Page> {
    this.plannerPage = await this.session.openPlanner();
    const door = this.plannerPage.getByRole('button', { name: this.text('start.sample') });
    await door.waitFor();
    await this.catchUp(this.plannerPage);
    if (sample) {
      await door.click();
      await this.map.waitFor();
    }
    return this.plannerPage;
  }

  /** The map itself, which takes the keys and the pointer. */
  get map() {
    return this.planner.getByRole('region', { name: this.text('map.label') });
  }

  /** One of the two proofs in the title bar. */
  proof(which: 'horizontal' | 'vertical') {
    return this.planner.getByRole('button', { name: this.text(`proof.${which}`) });
  }

  async switchTheme(to: 'light' | 'dark'): Promise<void> {
    const name = this.text(to === 'dark' ? 'planner.toDark' : 'planner.toLight');
    await this.planner.getByRole('button', { name }).click();
  }

  async switchLanguage(to: Locale): Promise<void> {
    const name = to === 'en' ? 'English' : '中文';
    await this.planner.getByRole('button', { name }).click();
    this.locale = to;
  }

  /** Chooses from the planner's own main menu. */
  async command(command: MenuCommand): Promise<void> {
    await this.planner.getByRole('button', { name: this.text('planner.menu') }).click();
    const key = `command.${command.replace('.', '_')}` as TextKey;
    await this.planner.getByRole('menuitem', { name: this.text(key) }).click();
  }

  /** Opens a project file through the menu; none cancels the dialog. */
  openFile(...paths: string[]): Promise<void> {
    return this.choosing(paths, () => this.command('project.open'));
  }

  /** Saves the project through the menu and tells what was written. */
  saveFile() {
    return this.saving(() => this.command('project.save'));
  }

  /** Opens the wall on the display that is offered first. */
  openWall(): Promise<Page> {
    return this.windowOpenedBy('wall', async () => {
      await this.command('window.wall');
      await this.planner.getByRole('button', { name: this.text('wallDialog.open') }).click();
    });
  }

  openBriefing(): Promise<Page> {
    return this.windowOpenedBy('briefing', () => this.command('window.briefing'));
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

  /** Does `act`, which would save a file, and cancels the dialog. */
  cancellingSave<Result>(act: () => Promise<Result>): Promise<Result> {
    return this.session.cancelSave(this.planner, act);
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
