import { screen } from 'electron';
import type { HostDisplay } from '#shared/host/host.ts';
import { createTranslator } from '#shared/i18n/translate.ts';
import { currentLocale } from '#electron/menu/locale.ts';

/** The displays present, in the order of the system. */
export function listDisplays(): HostDisplay[] {
  const primary = screen.getPrimaryDisplay().id;
  const { t } = createTranslator(currentLocale());
  return screen.getAllDisplays().map(({ id, label, size }, index) => ({
    id: String(id),
    label: label || t('host.display', { number: index + 1 }),
    width: size.width,
    height: size.height,
    primary: id === primary,
  }));
}
