/** Layers by which our own files name what a feature is, in the order in which they are exported. */
export const layerIds = [
  'district',
  'streets',
  'communities',
  'zones',
  'points',
  'issues',
  'baseUnits',
  'exceptions',
  'findings',
] as const;
export type LayerId = (typeof layerIds)[number];

/** Columns that an export adds for its readers; on the way back they tell nothing new. */
export const readerColumns = ['layer', 'parentName', 'className'] as const;

/** Headings of the reason in a workbook of rows that were sent back; on the way in again they tell nothing. */
export const reasonHeadings = ['未导入的原因', 'Why it was not imported'] as const;
