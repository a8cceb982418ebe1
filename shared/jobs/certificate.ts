import type { Locale } from '#shared/model/locale.ts';
import { type MadeCertificate, makeCertificate } from './certificate/make-certificate.ts';
import { type CheckJobInput, checkInputOf } from './check.ts';
import { breathe, type JobHandler } from './job.ts';

export interface CertificateJobInput extends CheckJobInput {
  /** ISO 8601 with offset. */
  madeAt: string;
  productVersion: string;
  /** Language of the texts in the certificate. */
  locale: Locale;
}

/**
 * Checks a project anew and states what came out, for a certificate: never what an earlier check
 * said. @throws the signal's reason when cancelled
 */
export const certificateJob: JobHandler<CertificateJobInput, MadeCertificate> = async (
  input,
  context,
) => {
  const check = checkInputOf(input);
  const [project] = input.records.filter((record) => record.kind === 'project');
  const [district] = input.records.filter((record) => record.kind === 'district');
  const { madeAt, productVersion, locale } = input;
  const made = await makeCertificate(
    {
      coverage: check,
      chain: check,
      districtCode: district?.code ?? '',
      invented: project?.invented ?? false,
      madeAt,
      productVersion,
      locale,
    },
    { progress: (fraction) => context.progress(fraction), breathe: () => breathe(context) },
  );
  context.signal.throwIfAborted();
  return made;
};
