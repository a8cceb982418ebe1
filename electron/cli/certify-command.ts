import type { i18n } from 'i18next';
import packageJson from '#package.json' with { type: 'json' };
import { sealed } from '#shared/briefing/certificate/seal.ts';
import { defaultToleranceM } from '#shared/checks/check-input.ts';
import { makeCertificate } from '#shared/jobs/certificate/make-certificate.ts';
import { isoWithOffset } from '#shared/model/iso-with-offset.ts';
import { languageOf, required } from './arguments.ts';
import { dataOptions, readCertifiedData } from './certificate-input.ts';
import { dayOf } from './check-options.ts';
import { refuseTooWide, unhurried } from './check-command.ts';
import type { Command, CommandOutcome } from './command.ts';
import { refuseOwnInput } from './refuse-own-input.ts';
import { writeResult } from './write-result.ts';

/** Checks the files and writes what came out as a certificate, of faults too. */
async function runCertify(
  options: ReadonlyMap<string, string>,
  translator: i18n,
): Promise<CommandOutcome> {
  const zonesFile = required(options, '--zones', 'zonesRequired');
  const boundaryFile = required(options, '--boundary', 'boundaryRequired');
  const output = required(options, '--output', 'outputRequired');
  const on = dayOf(options);
  const exceptionsFile = options.get('--exceptions');
  const inputs = [zonesFile, boundaryFile, ...(exceptionsFile ? [exceptionsFile] : [])];
  await refuseOwnInput(output, inputs);
  const data = await readCertifiedData(
    options,
    { zones: zonesFile, boundary: boundaryFile },
    translator,
  );
  const { planar, zones, boundary, exceptions, warnings } = data;
  const { body } = await makeCertificate(
    {
      coverage: {
        boundary,
        zones,
        points: [],
        exceptions,
        issueClasses: [],
        on,
        planar,
        toleranceM: defaultToleranceM,
      },
      chain: null,
      districtCode: boundary?.code ?? '',
      invented: false,
      madeAt: isoWithOffset(Date.now(), -new Date().getTimezoneOffset()),
      productVersion: packageJson.version,
      locale: languageOf(['--lang', translator.language]),
    },
    unhurried,
  ).catch(refuseTooWide);
  const certificate = await sealed(body, {
    unit: options.get('--unit') ?? '',
    signer: '',
    reviewNumber: options.get('--review-number') ?? '',
  });
  await writeResult(output, `${JSON.stringify(certificate, null, 2)}\n`, translator);

  const { coverage, hash } = certificate;
  const summary = {
    file: output,
    verdict: certificate.verdict,
    zones: zones.length,
    findings: coverage.findings.length,
    ground: hash.ground,
  };
  const stdout = options.has('--json')
    ? JSON.stringify({ ...summary, areas: coverage.areas, warnings })
    : [
        translator.t('certificate.made', { file: output }),
        translator.t(`certificate.verdict.${certificate.verdict}`),
        translator.t('certificate.groundHash', { hash: hash.ground }),
      ].join('\n');
  return {
    stdout: `${stdout}\n`,
    stderr: warnings.map((warning) => `${warning}\n`).join(''),
    exitCode: certificate.verdict === 'proved' ? 0 : 1,
  };
}

/** `hengzong certify` */
export const certifyCommand: Command = {
  options: {
    ...dataOptions,
    valued: [...dataOptions.valued, '--output', '--unit', '--review-number'],
    short: { '-o': '--output' },
  },
  run: runCertify,
};
