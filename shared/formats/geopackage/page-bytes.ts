/** Bytes of a page of a SQLite database, as its head says. */
export function pageBytes(database: Uint8Array): number {
  const size = ((database[16] as number) << 8) | (database[17] as number);
  return size === 1 ? 65_536 : size;
}
