/** Thrown inside a session where only a check of everything can tell. */
export class WholeCheckNeeded extends Error {
  override name = 'WholeCheckNeeded';
}
