/** One thing that can be done. */
export interface MenuItem {
  key: string;
  label: string;
  /** The key or gesture that does the same without the menu. */
  keys?: string;
  /** Why it cannot be done now; it is shown all the same. */
  not?: string | null;
  run: () => void;
}

/** Items that belong together; a line parts them from the next. */
export interface MenuGroup {
  items: readonly MenuItem[];
  /** What they are, over many of them, which stand in two columns then. */
  title?: string;
}
