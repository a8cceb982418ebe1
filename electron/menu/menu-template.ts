import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/host/host.ts';
import type { TextKey } from '#shared/i18n/translate.ts';

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;

const separator: Item = { type: 'separator' };

/**
 * The menu bar. Its commands carry the same names and keys as the app's own menu, whose keys work
 * in the page in both hosts; here they are shown, not registered, so that nothing runs twice.
 */
export function menuTemplate(
  text: (key: TextKey) => string,
  run: (command: MenuCommand) => void,
  { mac, packaged }: { mac: boolean; packaged: boolean },
): Item[] {
  const command = (id: MenuCommand, accelerator?: string): Item => ({
    id,
    label: text(`command.${id.replace('.', '_')}` as TextKey),
    click: () => run(id),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const role = (name: Role, key: TextKey): Item => ({ id: name, role: name, label: text(key) });

  const project: Item[] = [
    command('project.new'),
    command('project.list'),
    command('project.open', 'CmdOrCtrl+O'),
    command('project.save', 'CmdOrCtrl+S'),
    command('project.saveAs', 'CmdOrCtrl+Shift+S'),
    command('project.merge'),
    command('project.backups'),
    command('project.settings'),
    separator,
    command('import', 'CmdOrCtrl+I'),
    command('export', 'CmdOrCtrl+E'),
    command('certificate'),
    command('hand-over'),
    separator,
    role('close', 'menu.closeWindow'),
    ...(mac ? [] : [role('quit', 'menu.quit')]),
  ];
  const edit: Item[] = [
    command('undo', 'CmdOrCtrl+Z'),
    command('redo', 'CmdOrCtrl+Shift+Z'),
    separator,
    role('cut', 'menu.cut'),
    role('copy', 'menu.copy'),
    role('paste', 'menu.paste'),
    role('selectAll', 'menu.selectAll'),
    separator,
    command('check', 'F9'),
  ];
  const show: Item[] = [
    command('window.wall'),
    command('window.briefing', 'F5'),
    separator,
    role('resetZoom', 'menu.resetZoom'),
    role('zoomIn', 'menu.zoomIn'),
    role('zoomOut', 'menu.zoomOut'),
    role('togglefullscreen', 'menu.fullScreen'),
    ...(packaged ? [] : [separator, role('toggleDevTools', 'menu.devTools')]),
  ];
  const help: Item[] = [command('help.keys'), command('help.about')];

  return [
    ...(mac ? [{ role: 'appMenu' } satisfies Item] : []),
    { label: text('menu.project'), submenu: project },
    { label: text('menu.edit'), submenu: edit },
    { label: text('menu.show'), submenu: show },
    { label: text('menu.help'), role: 'help', submenu: help },
  ];
}
