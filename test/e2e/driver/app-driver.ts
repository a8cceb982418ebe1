import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import type { MenuCommand, WindowName } from '#shared/host/host.ts';
import { createTranslator, type TextKey } from '#shared/i18n/translate.ts';
import type { Locale } from '#shared/model/locale.ts';
import type { Session } from './session.ts';

type TableName =
  | 'findings'
  | 'zones'
  | 'numbers'
  | 'points'
  | 'issues'
  | 'roster'
  | 'organisation'
  | 'matrix'
  | 'vacancies'
  | 'duty'
  | 'borders'
  | 'ledger'
  | 'history';

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

  /**
   * Starts the app and waits for its three doors, or goes through the first of them. `room` is how
   * many bytes its storage may take.
   */
  async start({ sample = false, room }: { sample?: boolean; room?: number } = {}): Promise<Page> {
    this.plannerPage = await this.session.openPlanner(room);
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

  /** The tab of a table below the map. */
  tab(name: TableName): Locator {
    return this.planner.getByRole('tab', { name: new RegExp(`^${this.text(`drawer.${name}`)}`) });
  }

  /** How many rows a table has, as its tab says. */
  async count(name: TableName): Promise<number> {
    return Number((await this.tab(name).innerText()).replace(/\D/g, ''));
  }

  /** A table below the map, brought up by its tab. */
  async openTable(name: TableName): Promise<Locator> {
    await this.tab(name).click();
    const label =
      name === 'findings' || name === 'borders'
        ? (`${name}.title` as const)
        : (`drawer.${name}` as const);
    return this.planner.getByRole('grid', { name: this.text(label) });
  }

  /** The rows of the list of findings, without its head. */
  get findings(): Locator {
    const list = this.planner.getByRole('grid', { name: this.text('findings.title') });
    return list.getByRole('rowgroup').getByRole('row');
  }

  /** A panel over the left of the map, brought up from the rail. */
  async openPanel(name: 'layers' | 'filter' | 'plans' | 'divide' | 'scenes'): Promise<Locator> {
    const button = this.planner.getByRole('button', {
      name: this.text(`rail.${name}`),
      exact: true,
    });
    if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
    const title = {
      layers: 'layer.title',
      filter: 'filter.title',
      plans: 'plans.title',
      divide: 'divide.title',
      scenes: 'scenes.title',
    } as const;
    return this.planner.getByRole('region', { name: this.text(title[name]) });
  }

  /** Looks for something with Ctrl+K; what is found is in the dialog's list. */
  async search(typed: string): Promise<Locator> {
    await this.planner.keyboard.press('Control+k');
    await this.planner.getByRole('combobox', { name: this.text('search.open') }).fill(typed);
    return this.planner.getByRole('listbox', { name: this.text('search.results') });
  }

  /** Finds a place, person or unit by its name, and goes there. */
  async choose(name: string): Promise<void> {
    const results = await this.search(name);
    const first = results.getByRole('option').first();
    await first.getByText(name, { exact: true }).waitFor({ timeout: 15_000 });
    await this.planner.keyboard.press('Enter');
    await this.card(name).waitFor({ timeout: 15_000 });
  }

  /** The card of what is selected, by its name. */
  card(name: string): Locator {
    return this.planner.getByRole('region', { name, exact: true });
  }

  dialog(title: TextKey, parameters: Record<string, unknown> = {}): Locator {
    return this.planner.getByRole('dialog', { name: this.text(title, parameters) });
  }

  /** Where on the ground the middle of the map is: the status bar tells it to the pointer. */
  async groundAtMiddle(): Promise<[longitude: number, latitude: number]> {
    const { x, y } = await this.middleOfMap();
    await this.planner.mouse.move(x + 1, y);
    await this.planner.mouse.move(x, y);
    const position = this.planner.getByRole('contentinfo').getByText(/^[\d.]+, [\d.]+$/);
    const [longitude, latitude] = (await position.innerText()).split(', ').map(Number);
    return [longitude as number, latitude as number];
  }

  /**
   * Tells where on the screen places of the ground ([longitude, latitude]) are, until the map moves: by
   * two places of which the status bar says where they are, to a metre.
   */
  async groundOnScreen(): Promise<(at: [number, number]) => { x: number; y: number }> {
    const { x, y } = await this.middleOfMap();
    const spots = [
      { x: x - 220, y: y + 120 },
      { x: x + 220, y: y - 60 },
    ] as const;
    const position = this.planner.getByRole('contentinfo').getByText(/^[\d.]+, [\d.]+$/);
    const read = async (spot: { x: number; y: number }) => {
      await this.planner.mouse.move(spot.x + 5, spot.y);
      const before = await position.innerText();
      await this.planner.mouse.move(spot.x, spot.y);
      // The status bar follows within a frame.
      await expect(position).not.toHaveText(before);
      return (await position.innerText()).split(', ').map(Number) as [number, number];
    };
    const [a, b] = [await read(spots[0]), await read(spots[1])];
    return ([longitude, latitude]) => ({
      x: spots[0].x + ((longitude - a[0]) / (b[0] - a[0])) * (spots[1].x - spots[0].x),
      y: spots[0].y + ((latitude - a[1]) / (b[1] - a[1])) * (spots[1].y - spots[0].y),
    });
  }

  /** Middle of the map that the card of `name` leaves free: a flight to its place ends there. */
  async middleBesideCard(name: string): Promise<{ x: number; y: number }> {
    const { y } = await this.middleOfMap();
    const [map, card] = [await this.map.boundingBox(), await this.card(name).boundingBox()];
    if (map === null || card === null) throw new Error(`There is no card of ${name}.`);
    return { x: (map.x + card.x) / 2, y };
  }

  private async middleOfMap(): Promise<{ x: number; y: number }> {
    const box = await this.map.boundingBox();
    if (box === null) throw new Error('The map is not on the screen.');
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
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

  /** Makes a new, empty project and opens it. */
  async createProject(name: string): Promise<void> {
    await this.command('project.new');
    const dialog = this.dialog('projects.title');
    await dialog.getByRole('textbox', { name: this.text('projects.newName') }).fill(name);
    await dialog.getByRole('button', { name: this.text('projects.create'), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await this.planner.getByRole('banner').getByText(name, { exact: true }).waitFor();
  }

  /** Sets the day of the inspection, so many days from now on the district's clock. */
  async setInspection(days: number): Promise<void> {
    await this.command('project.settings');
    const dialog = this.dialog('settings.title');
    const day = new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
    const field = dialog.getByRole('textbox', { name: this.text('settings.inspection') });
    // While the dialog still comes up, its calendar may put the old day back over what is typed.
    await expect(async () => {
      await field.fill(day);
      await field.press('Enter');
      await expect(field).toHaveValue(day, { timeout: 2000 });
    }).toPass();
    await dialog.getByRole('button', { name: this.text('common.save'), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
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

  /** Does `act`, which closes a window, and waits until it is gone. */
  async closing(page: Page, act: () => Promise<void>): Promise<void> {
    const closed = page.waitForEvent('close');
    // A key may close the window before the key is let go, which then finds no window.
    await act().catch((error: unknown) => {
      if (!page.isClosed()) throw error;
    });
    await closed;
  }

  /** Opens another window of the app by doing `act`. */
  windowOpenedBy(name: WindowName, act: () => Promise<void>): Promise<Page> {
    return this.session.windowOpenedBy(name, act);
  }

  /** Does `act`, which asks for files, and chooses these; none cancels the dialog. */
  choosing<Result>(files: string[], act: () => Promise<Result>): Promise<Result> {
    return this.session.answerOpen(this.planner, files, act);
  }

  /** Does `act`, which saves a file from the planner or another window, and tells what was saved. */
  saving<Result>(act: () => Promise<Result>, page = this.planner) {
    return this.session.answerSave(page, act);
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
