import * as z from 'zod';

const weight = z.number().finite().min(0).max(1_000_000);

/**
 * How much work a zone is: a sum of what there is of each, times its weight. The office sets the weights;
 * one unit of work means what the office makes it mean. Kinds of points and classes of issues may have
 * weights of their own.
 */
export const workloadWeights = z.object({
  /** For being there at all. */
  zone: weight.default(0),
  squareKm: weight.default(1),
  point: weight.default(1),
  /** For a km of road that the zone is, or that runs through it as a zone of its own. */
  roadKm: weight.default(0),
  /** For an issue a month. */
  issueAMonth: weight.default(1),
  pointKinds: z.record(z.string(), weight).default({}),
  issueClasses: z.record(z.string(), weight).default({}),
});
export type WorkloadWeights = z.infer<typeof workloadWeights>;

/** Weights of a project that has set none. */
export function defaultWorkloadWeights(): WorkloadWeights {
  return workloadWeights.parse({});
}
