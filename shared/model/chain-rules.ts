import * as z from 'zod';

/** What the arrival of a team is reckoned with; see shared/chain/team-minutes.ts for the formula. */
export const reachRules = z.object({
  vehicleKmh: z.number().positive().max(200).default(20),
  footKmh: z.number().positive().max(20).default(4.5),
  /** How much longer the way is than the straight line. */
  detourFactor: z.number().min(1).max(5).default(1.4),
  /** Within how many minutes a team must be at each point; null when no team is asked for. */
  withinMinutes: z.number().positive().max(600).nullable().default(15),
});

/** The project's own rules about duty and reach, beside the roles of its schemes. */
export const chainRules = z.object({
  reach: reachRules.prefault({}),
  /** Time of day on the district's clock by which everybody on the list has checked in; it counts. */
  dutyCutOff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default('06:40'),
  /** Issues nearer to a border than this are listed with it, as those that get bounced. */
  borderM: z.number().positive().max(1000).default(30),
  /** Lists that put persons in order of merit stay off unless the office switches them on. */
  rankPersons: z.boolean().default(false),
});
export type ChainRules = z.infer<typeof chainRules>;

/** The rules of a new project. */
export function defaultChainRules(): ChainRules {
  return chainRules.parse({});
}
