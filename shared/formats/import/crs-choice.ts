/** The system that the positions of a layer are in, as a guess proposes or the user says it. */
export interface CrsChoice {
  /** Id as in `#shared/geo/crs/crs.ts`. */
  crs: string;
  /** The file gives latitude before longitude, or north before east. */
  swapped: boolean;
}
