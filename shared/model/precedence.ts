import type { Zone } from './zone.ts';

/** 点 over 条 over 块: where zones of different shape meet, the one of higher rank answers. */
export const precedence = { block: 0, strip: 1, site: 2 } as const satisfies Record<
  Zone['shape'],
  number
>;
