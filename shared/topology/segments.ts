/**
 * Directed straight segments between grid points, each with the weight that its left side has over
 * its right in the sum of winding numbers.
 */
export interface Segments {
  count: number;
  ax: Int32Array;
  ay: Int32Array;
  bx: Int32Array;
  by: Int32Array;
  weight: Int8Array;
  /**
   * Segments with the same number here, other than 0, are known to meet in their ends only. Null when
   * nothing is known.
   */
  apart?: Int32Array;
}
