import * as z from 'zod';
import { locales } from '#shared/model/locale.ts';

const key = 'hengzong-view';

/** What of the view outlives the window: tastes, not what is being looked at. */
const remembered = z.object({
  theme: z.enum(['light', 'dark']),
  locale: z.enum(locales),
  heatRadiusM: z.number().min(10).max(5000),
  author: z.string().max(100),
});
type RememberedView = z.infer<typeof remembered>;

/** What was remembered last; nothing when there is none, or it does not fit. */
export function recallView(): Partial<RememberedView> {
  return typeof localStorage === 'undefined' ? {} : parse(localStorage.getItem(key));
}

export function rememberView(view: RememberedView): void {
  try {
    localStorage.setItem(key, JSON.stringify(view));
  } catch (error) {
    // A full disk costs the taste, not the work; edits have their own, loud way to fail.
    console.warn(error);
  }
}

/** Calls back when another window remembers a view, so that all windows speak one language. */
export function onViewRemembered(listener: (view: Partial<RememberedView>) => void): void {
  if (typeof window === 'undefined') return;
  window.addEventListener('storage', (event) => {
    if (event.key === key) listener(parse(event.newValue));
  });
}

function parse(text: string | null): Partial<RememberedView> {
  if (text === null) return {};
  try {
    return remembered.partial().parse(JSON.parse(text)) as Partial<RememberedView>;
  } catch {
    return {};
  }
}
