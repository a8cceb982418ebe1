/** How a post stands on a day. */
export const rowStates = [
  'inOffice',
  /** On leave, and a deputy answers. */
  'onLeave',
  /** On leave, and nobody answers. */
  'unattended',
  /** Several people hold what one alone is to hold. */
  'double',
  /** Nobody holds a required role. */
  'vacant',
  /** Nobody holds the post, and nobody needs to. */
  'empty',
  /** The last holder's term is over, and nobody took over. */
  'expired',
  /** Begins on a later day. */
  'upcoming',
  /** Over, and somebody took over or nobody needs to. */
  'former',
] as const;
export type RowState = (typeof rowStates)[number];
