import * as z from 'zod';
import { locales } from '#shared/model/locale.ts';
import { day } from '#shared/model/primitives.ts';

/** Decimals to which a certificate states areas, widths and lengths: cm² and 0.1 mm. */
const measureDecimals = 4;

/** A measure as a certificate states it (never -0). */
export function stated(value: number): number {
  return Number(value.toFixed(measureDecimals)) + 0;
}

export const certificateFormat = 'hengzong-certificate';
export const certificateVersion = 1;

export const verdicts = ['proved', 'not-proved', 'nothing-to-prove'] as const;
export type Verdict = (typeof verdicts)[number];

const verdict = z.enum(verdicts);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().max(20_000);
const count = z.int().nonnegative();
const measure = z.number();
const size = z.number().nonnegative();

const areas = z.strictObject({
  boundary: size,
  covered: size,
  gap: size,
  overlap: size,
  outside: size,
  exception: size,
  balance: measure,
});

const finding = z.strictObject({
  rule: text,
  severity: z.enum(['error', 'warning', 'note']),
  /** Names of the zones concerned. */
  zones: z.array(text),
  /** Names of the other places concerned: points, streets, communities, the district. */
  places: z.array(text),
  areaM2: size.nullable(),
  widthM: size.nullable(),
  lengthM: size.nullable(),
  at: z.tuple([z.number(), z.number()]),
  message: text,
});
export type CertificateFinding = z.infer<typeof finding>;

const zone = z.strictObject({
  id: text,
  name: text,
  code: text,
  shape: z.enum(['block', 'strip', 'site']),
  categories: z.array(text),
  areaM2: size,
  hash,
  geometryHash: hash,
});
export type CertificateZone = z.infer<typeof zone>;

const exception = z.strictObject({
  name: text,
  reason: text,
  approver: text,
  from: day,
  expires: day,
  inForce: z.boolean(),
  areaM2: size,
  hash,
  geometryHash: hash,
});
export type CertificateException = z.infer<typeof exception>;

const proof = {
  verdict,
  nothing: text.nullable(),
  counts: z.record(z.string(), count),
  findings: z.array(finding),
};

const coverage = z.strictObject({
  ...proof,
  areas: areas.nullable(),
  balanceToleranceM2: size,
  /** One entry for each set of issue classes that the same zones answer for; empty without such. */
  categories: z.array(
    z.strictObject({
      keys: z.array(text).min(1),
      verdict,
      findings: count,
      areas: areas.nullable(),
    }),
  ),
});

const chain = z.strictObject({
  ...proof,
  roles: z.array(z.strictObject({ key: text, name: text, level: text })),
  /** Places, and seats (a required role at a place), of each level. */
  levels: z.array(z.strictObject({ level: text, places: count, seats: count })),
  people: count,
  posts: count,
});

const content = {
  format: z.literal(certificateFormat),
  version: z.literal(certificateVersion),
  product: z.strictObject({ name: z.literal('hengzong'), version: text }),
  language: z.enum(locales),
  madeAt: z.iso.datetime({ offset: true }),
  /** Day for which exceptions and posts were looked at. */
  day,
  /** True when the data is made up, as in the sample. */
  invented: z.boolean(),
  district: z.strictObject({ name: text, code: text, areaM2: size }).nullable(),
  grid: z.strictObject({ unit: z.enum(['degree', 'metre']), step: z.number().positive() }),
  toleranceM: size,
  verdict,
  zoneCount: count,
  pointCount: count,
  zones: z.array(zone),
  exceptions: z.array(exception),
  coverage,
  /** Null when the chain of persons was not part of the check. */
  chain: chain.nullable(),
  rules: z.record(z.string(), z.int().positive()),
  hash: z.strictObject({
    algorithm: z.literal('SHA-256'),
    form: text,
    ground: hash,
    boundary: hash.nullable(),
    zones: hash,
    exceptions: hash,
    chain: hash.nullable(),
  }),
};

const issuer = z.strictObject({ unit: text, signer: text, reviewNumber: text });
export type Issuer = z.infer<typeof issuer>;

/** Everything that the data says; who issues it is added when it is sealed. */
const certificateBody = z.strictObject(content);
export type CertificateBody = z.infer<typeof certificateBody>;

/**
 * Certificate of coverage, format 1; docs/certificate.md says what each part means and how to
 * compute it anew. Areas are in m², lengths in metres, positions [longitude, latitude] in degrees
 * or metres on a plane.
 */
export const certificate = z.strictObject({ ...content, issuer, seal: hash });
export type Certificate = z.infer<typeof certificate>;
