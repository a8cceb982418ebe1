/** Something the user should know about a file that can be read: a key under `format.problem`. */
export interface Problem {
  key: string;
  params: Record<string, string | number>;
}
