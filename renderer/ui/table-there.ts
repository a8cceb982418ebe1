import { createContext, useContext, useEffect } from 'react';

/** What is to be told when a table has appeared: who opened its tab by key may wait for it. */
export const TableThere = createContext<() => void>(() => {});

/**
 * Tells the drawer that a table, which was not there at once when its tab was opened, has appeared.
 * @param there whether the table can be found by now
 */
export function useTableThere(there: boolean): void {
  const tell = useContext(TableThere);
  useEffect(() => {
    if (there) tell();
  }, [there, tell]);
}
