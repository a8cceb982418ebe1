import type { i18n } from 'i18next';
import type { Certificate } from '#shared/briefing/certificate/certificate.ts';
import {
  CertificateError,
  readCertificate,
} from '#shared/briefing/certificate/read-certificate.ts';
import type { Difference } from '#shared/briefing/certificate/verify/difference.ts';
import { verifyCertificate } from '#shared/briefing/certificate/verify/verify-certificate.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { verticalRules } from '#shared/model/rule.ts';
import { ruleVersions } from '#shared/checks/rule-versions.ts';
import type { Area } from '#shared/model/geometry.ts';
import { required } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { dataOptions, readCertifiedData } from './certificate-input.ts';
import { dayOf } from './check-options.ts';
import type { Command, CommandOutcome } from './command.ts';
import { readText } from './read-text.ts';

function certificateFrom(file: string, text: string): Certificate {
  try {
    return readCertificate(text);
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error;
    throw new BadInput(`certificate.${error.key}`, { file, ...error.params });
  }
}

/** The difference in one sentence, its terms in the language of the reader. */
function sentence({ key, params }: Difference, translator: i18n): string {
  const words = { ...params };
  for (const [name, family] of [
    ['rule', 'rule'],
    ['part', 'certificate.part'],
    ['proof', 'proof'],
    ['verdict', 'certificate.verdictName'],
    ['fault', 'certificate.fault'],
  ] as const) {
    const value = words[name];
    if (value !== undefined) words[name] = translator.t(`${family}.${value}`);
  }
  return translator.t(`certificate.differs.${key}`, words);
}

/** What no data at hand can bear out, so that nobody takes it for verified. */
function unverified(certificate: Certificate, translator: i18n): string[] {
  const sentences: string[] = [];
  if (certificate.chain) sentences.push(translator.t('certificate.notVerified.chain'));
  if (certificate.pointCount > 0) sentences.push(translator.t('certificate.notVerified.points'));
  const wanted = Object.entries(ruleVersions).filter(([rule]) => {
    const isChain: boolean = (verticalRules as readonly string[]).includes(rule);
    return certificate.chain !== null || !isChain;
  });
  const others = wanted.filter(([rule, version]) => certificate.rules[rule] !== version);
  if (others.length > 0) {
    const rules = others.map(([rule]) => translator.t(`rule.${rule}`)).join('、');
    sentences.push(translator.t('certificate.notVerified.rules', { rules }));
  }
  sentences.push(translator.t('certificate.notVerified.seal'));
  return sentences;
}

function textAnswer(certificate: Certificate, differences: string[], translator: i18n): string {
  const verdict = translator.t(`certificate.verdict.${certificate.verdict}`);
  if (differences.length === 0) {
    return [translator.t('certificate.verified'), verdict].join('\n');
  }
  return [
    translator.t('certificate.differ', { n: differences.length }),
    ...differences.map((difference, i) => `${i + 1}. ${difference}`),
  ].join('\n');
}

/** Holds a certificate against the files with the witness, and says yes or what differs. */
async function runVerify(
  options: ReadonlyMap<string, string>,
  translator: i18n,
): Promise<CommandOutcome> {
  const file = required(options, 'certificate', 'certificateRequired');
  const zonesFile = required(options, '--zones', 'zonesRequired');
  const boundaryFile = options.get('--boundary') ?? null;
  const on = dayOf(options);
  const certificate = certificateFrom(file, await readText(file, 'certificate.empty'));
  if (certificate.hash.boundary !== null && boundaryFile === null) {
    throw new BadInput('boundaryRequired');
  }
  const data = await readCertifiedData(
    options,
    { zones: zonesFile, boundary: boundaryFile },
    translator,
  );
  const { planar, boundary, zones, exceptions, warnings } = data;
  const differences = await verifyCertificate(certificate, {
    planar,
    boundary: boundary && {
      name: boundary.ownName,
      code: boundary.code,
      geometry: boundary.geometry,
    },
    zones: zones.map((zone) => ({ zone, ground: zoneGround(zone, planar) as Area | null })),
    exceptions,
    on,
    today: dayOf(new Map()),
  });
  const sentences = differences.map((difference) => sentence(difference, translator));
  const notVerified = unverified(certificate, translator);
  const ok = differences.length === 0;
  const stdout = options.has('--json')
    ? JSON.stringify({
        ok,
        verdict: certificate.verdict,
        day: certificate.day,
        ground: certificate.hash.ground,
        differences: differences.map(({ key, params }, i) => {
          return { key, params, message: sentences[i] };
        }),
        notVerified,
        warnings,
      })
    : [textAnswer(certificate, sentences, translator), ...notVerified].join('\n');
  return {
    stdout: `${stdout}\n`,
    stderr: warnings.map((warning) => `${warning}\n`).join(''),
    exitCode: ok ? 0 : 1,
  };
}

/** `hengzong verify` */
export const verifyCommand: Command = {
  options: { ...dataOptions, word: 'certificate' },
  run: runVerify,
};
