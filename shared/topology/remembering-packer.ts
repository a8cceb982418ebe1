import { type CoverageQuestion, type PackedCoverage, packCoverage } from './packed-coverage.ts';

/** Puts a coverage on its grid; see {@link packCoverage}. */
export type Packer = (question: CoverageQuestion) => PackedCoverage;

/** How many coverages are kept: the one as it came, and the one without its duplicates. */
const kept = 2;

/** Whether two questions are about the very same geometries. Those must not change in place. */
function isSame(a: CoverageQuestion, b: CoverageQuestion): boolean {
  const parts = (of: CoverageQuestion) => [of.zones, of.exceptions] as const;
  return (
    a.boundary === b.boundary &&
    a.planar === b.planar &&
    parts(a).every((list, i) => {
      const other = parts(b)[i]!;
      return (
        list.length === other.length &&
        list.every(({ id, geometry }, k) => {
          return geometry === other[k]!.geometry && id === other[k]!.id;
        })
      );
    })
  );
}

/**
 * A packer that remembers what it packed last, for work that checks and changes one layer in turns.
 */
export function rememberingPacker(): Packer {
  const known: { question: CoverageQuestion; coverage: PackedCoverage }[] = [];
  return (question) => {
    const found = known.find((entry) => isSame(entry.question, question));
    if (found) return found.coverage;
    const coverage = packCoverage(question);
    known.unshift({ question, coverage });
    known.length = Math.min(known.length, kept);
    return coverage;
  };
}
