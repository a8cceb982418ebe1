/** The name of a table or column as SQL takes it, whatever signs it has. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
