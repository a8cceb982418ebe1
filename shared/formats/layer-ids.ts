/** Layers by which our own files name what a feature is, in the order in which they are exported. */
export const layerIds = [
  'district',
  'streets',
  'communities',
  'zones',
  'points',
  'issues',
  'exceptions',
  'findings',
] as const;
export type LayerId = (typeof layerIds)[number];

/** Columns that an export adds for its readers; on the way back they tell nothing new. */
export const readerColumns = ['layer', 'parentName', 'className'] as const;
