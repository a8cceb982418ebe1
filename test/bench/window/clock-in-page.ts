import type { Page } from '@playwright/test';

/** An element by its selector and its words (its name, else its text; blanks do not count). */
export interface Sight {
  selector: string;
  /** A regular expression. */
  words: string;
}

export interface Step {
  /** What the step begins with: a click, or the moment at which a file has been chosen. */
  from: 'click' | 'change';
  /** Seen at its end, all of them and none of them disabled. */
  shown: Sight[];
  /** Not seen any more at its end. */
  gone?: Sight[];
  act: () => Promise<unknown>;
}

type Clock = typeof globalThis & { benchStep?: Promise<number> };

/**
 * Milliseconds from the first event of a step to the frame in which its end is to be seen, by the page's own
 * clock. What automation waits between two looks (100 ms at first, a second later on), and the picture of the
 * page that it makes at each look in vain, keep no user waiting.
 */
export async function timeInPage(page: Page, { act, ...step }: Step): Promise<number> {
  await page.evaluate(({ from, shown, gone = [] }) => {
    const isSeen = ({ selector, words }: Sight) =>
      [...document.querySelectorAll(selector)].some((element) => {
        const said = element.getAttribute('aria-label') ?? element.textContent;
        const isDisabled = element instanceof HTMLButtonElement && element.disabled;
        return !isDisabled && new RegExp(words).test(said.replace(/\s/g, ''));
      });
    const isOver = () => shown.every(isSeen) && !gone.some(isSeen);
    let begin: number | null = null;
    const note = () => {
      begin ??= performance.now();
    };
    if (from === 'click') document.addEventListener('click', note, { capture: true, once: true });
    else {
      HTMLInputElement.prototype.click = function clickOnce() {
        Reflect.deleteProperty(HTMLInputElement.prototype, 'click');
        this.addEventListener('change', note, { once: true });
        this.click();
      };
    }
    (globalThis as Clock).benchStep = new Promise((resolve) => {
      const look = () => {
        if (begin === null || !isOver()) return;
        watcher.disconnect();
        const begun = begin;
        // The map draws in the next frame, which is there when the one after it begins.
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(performance.now() - begun)),
        );
      };
      const watcher = new MutationObserver(look);
      watcher.observe(document, {
        subtree: true,
        childList: true,
        characterData: true,
        attributes: true,
      });
    });
  }, step);
  await act();
  return page.evaluate(() => (globalThis as Clock).benchStep as Promise<number>);
}
