import type { Menu, MenuItemConstructorOptions } from 'electron';
import { onlyKnown, strict } from './strict.ts';

const honoured = [
  'id',
  'label',
  'type',
  'role',
  'click',
  'submenu',
  'accelerator',
  'registerAccelerator',
];

type Template = MenuItemConstructorOptions[];

function walk(template: Template): Template {
  return template.flatMap((item) => [
    item,
    ...(Array.isArray(item.submenu) ? walk(item.submenu) : []),
  ]);
}

/** The menu bar: kept as its template, clicked by id. */
export class MenuBar {
  #template: Template = [];

  readonly Menu = strict('Menu', {
    buildFromTemplate: (template: Template) => {
      const ids = new Set<string>();
      for (const item of walk(template)) {
        onlyKnown('menu item', item, honoured);
        if (item.id === undefined) continue;
        if (ids.has(item.id)) throw new Error(`Two menu items have the id ${item.id}.`);
        ids.add(item.id);
      }
      return { template } as unknown as Menu;
    },
    setApplicationMenu: (menu: Menu | null) => {
      this.#template = (menu as unknown as { template: Template } | null)?.template ?? [];
    },
  } satisfies Partial<Record<keyof typeof Menu, unknown>>);

  /** Words of an item. @throws Error when there is no such item. */
  label(id: string): string {
    return this.#find(id).label ?? '';
  }

  /** Chooses an item. @throws Error when it is none of the app's own. */
  click(id: string): void {
    const { click } = this.#find(id);
    if (!click) throw new Error(`The menu item ${id} does what the system does; it has no click.`);
    click({} as never, undefined, {} as never);
  }

  #find(id: string): MenuItemConstructorOptions {
    const item = walk(this.#template).find((candidate) => candidate.id === id);
    if (!item) throw new Error(`The menu has no item ${id}.`);
    return item;
  }
}
