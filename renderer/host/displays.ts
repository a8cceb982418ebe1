import type { HostDisplay } from '#shared/host/host.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import type { Locale } from '#shared/model/locale.ts';

/** A display of the Window Management API, which TypeScript does not know. */
interface ScreenDetailed {
  label: string;
  left: number;
  top: number;
  width: number;
  height: number;
  isPrimary: boolean;
}

interface WindowManagement {
  getScreenDetails?(): Promise<{ screens: readonly ScreenDetailed[] }>;
}

const displayId = (screen: ScreenDetailed) => `${screen.left},${screen.top}`;

/**
 * All displays where the user lets this page know them, else none. The first call after a click
 * may ask the user; without a click the browser would refuse, so nothing is asked then.
 */
export async function detailedScreens(): Promise<readonly ScreenDetailed[]> {
  const management = globalThis as WindowManagement;
  if (!management.getScreenDetails) return [];
  try {
    const permission = await navigator.permissions.query({
      name: 'window-management' as PermissionName,
    });
    const mayAsk = permission.state === 'prompt' && navigator.userActivation.isActive;
    if (permission.state !== 'granted' && !mayAsk) return [];
    return (await management.getScreenDetails()).screens;
  } catch {
    return [];
  }
}

/** The displays one can choose for the wall; at least the one this window is on. */
export async function listDisplays(locale: Locale): Promise<HostDisplay[]> {
  const { t } = createTranslator(locale);
  const screens = await detailedScreens();
  if (screens.length === 0) {
    const { width, height } = screen;
    return [
      { id: 'main', label: t('browserHost.display', { number: 1 }), width, height, primary: true },
    ];
  }
  return screens.map((screen, index) => ({
    id: displayId(screen),
    label: screen.label || t('browserHost.display', { number: index + 1 }),
    width: screen.width,
    height: screen.height,
    primary: screen.isPrimary,
  }));
}

/** The display with this id as the browser places windows on it, or null when not known. */
export async function findScreen(id: string): Promise<ScreenDetailed | null> {
  return (await detailedScreens()).find((screen) => displayId(screen) === id) ?? null;
}
