/** One line of text as it was drawn, for the invisible layer that makes the page searchable. */
export interface TextRun {
  text: string;
  /** Left end of the baseline, in points from the upper left corner of the page. */
  x: number;
  y: number;
  width: number;
  size: number;
}

/** A drawn page: its picture, and where its texts stand. */
export interface Page {
  picture: { width: number; height: number; data: Uint8ClampedArray };
  runs: readonly TextRun[];
}

/** A4 upright in points of 1/72 inch. */
export const pageWidth = 595.28;
export const pageHeight = 841.89;
/** Free all round, and the width that is left. */
export const margin = 42;
export const textWidth = pageWidth - 2 * margin;
/** Pixels to a point: 216 to the inch. */
export const pixelsPerPoint = 3;
