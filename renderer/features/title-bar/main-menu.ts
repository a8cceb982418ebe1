import type { MenuProps } from 'antd';
import { type Translate, textKey } from '#renderer/ui/use-text.ts';
import type { MenuCommand } from '#shared/host/host.ts';

const groups: [string, [MenuCommand, string?][]][] = [
  [
    'project',
    [
      ['project.new'],
      ['project.list'],
      ['project.open', 'Ctrl+O'],
      ['project.save', 'Ctrl+S'],
      ['project.saveAs', 'Ctrl+Shift+S'],
      ['project.merge'],
      ['project.backups'],
      ['project.settings'],
    ],
  ],
  ['data', [['import', 'Ctrl+I'], ['export', 'Ctrl+E'], ['certificate'], ['hand-over']]],
  [
    'edit',
    [
      ['undo', 'Ctrl+Z'],
      ['redo', 'Ctrl+Shift+Z'],
      ['check', 'F9'],
    ],
  ],
  ['show', [['window.wall'], ['window.briefing', 'F5']]],
  ['help', [['help.keys', '?'], ['help.about']]],
];

/** The window's own menu, the same commands as the machine's menu bar where there is one. */
export function mainMenu(
  text: Translate,
  run: (command: MenuCommand) => void,
): NonNullable<MenuProps['items']> {
  return groups.map(([group, commands]) => ({
    key: group,
    type: 'group' as const,
    label: text(textKey(`command.group.${group}`)),
    children: commands.map(([command, keys]) => ({
      key: command,
      label: text(textKey(`command.${command.replace('.', '_')}`)),
      extra: keys,
      onClick: () => run(command),
    })),
  }));
}
