import type { BrowserContext, Page } from '@playwright/test';
import type { WindowName } from '#shared/host/host.ts';
import type { Locale } from '#shared/model/locale.ts';

export interface SessionOptions {
  locale: Locale;
  /** Whether the system asks for still windows. */
  reducedMotion: 'reduce' | 'no-preference';
  /** Pixels of the display to a pixel of the page's layout. */
  deviceScaleFactor: number;
}

/** One run of the app in one host, as a test sees it: windows, and what the user does in dialogs. */
export interface Session {
  readonly context: BrowserContext;
  /** Opens the app as a user would start it; `room` is how many bytes its storage may take. */
  openPlanner(room?: number): Promise<Page>;
  /** The window of that name once it is there. `act` is what makes it open. */
  windowOpenedBy(name: WindowName, act: () => Promise<void>): Promise<Page>;
  /** Answers the next "open" dialog with files (none: cancels it) while `act` brings it up. */
  answerOpen<Result>(page: Page, files: string[], act: () => Promise<Result>): Promise<Result>;
  /** Answers the next "save" dialog; tells what was written under which name. */
  answerSave<Result>(
    page: Page,
    act: () => Promise<Result>,
  ): Promise<{ result: Result; name: string; bytes: Buffer }>;
  /** Cancels the next "save" dialog while `act` brings it up. */
  cancelSave<Result>(page: Page, act: () => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}
