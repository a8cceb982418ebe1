import { createTranslator } from '#shared/i18n/translate.ts';
import type { Locale } from '#shared/model/locale.ts';

/** How long the hint stays: long enough to be read, not so long as to stand on a wall for weeks. */
const hintMilliseconds = 15_000;

function showHint(locale: Locale): HTMLElement {
  const hint = document.createElement('div');
  hint.setAttribute('role', 'status');
  hint.lang = locale;
  hint.textContent = createTranslator(locale).t('browserHost.fullScreenHint');
  Object.assign(hint.style, {
    position: 'fixed',
    insetInline: '0',
    bottom: '8vh',
    marginInline: 'auto',
    width: 'fit-content',
    padding: '12px 24px',
    borderRadius: '6px',
    fontSize: 'max(18px, 2.4vh)',
    color: 'white',
    background: 'rgb(0 0 0 / 0.85)',
    pointerEvents: 'none',
    zIndex: '2147483647',
  });
  document.body.append(hint);
  setTimeout(() => hint.remove(), hintMilliseconds);
  return hint;
}

let waiting = false;

/** Browsers give full screen only to a click or a key: asks for one and takes the first. */
function waitForInput(locale: Locale): void {
  if (waiting) return;
  waiting = true;
  const hint = showHint(locale);
  const take = () => {
    waiting = false;
    hint.remove();
    removeEventListener('pointerdown', take, true);
    removeEventListener('keydown', take, true);
    document.documentElement.requestFullscreen().catch(() => {
      // The user or a policy refuses full screen: the window stays as it is, and F11 remains.
    });
  };
  addEventListener('pointerdown', take, true);
  addEventListener('keydown', take, true);
}

/** Enters full screen, at once where the browser allows it, else with the user's next input. */
export async function enterFullScreen(locale: Locale): Promise<void> {
  if (document.fullscreenElement || matchMedia('(display-mode: fullscreen)').matches) return;
  try {
    await document.documentElement.requestFullscreen();
  } catch {
    waitForInput(locale);
  }
}

export async function leaveFullScreen(): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
}
