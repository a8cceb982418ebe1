import type { i18n } from 'i18next';
import { chainAt, type SpotQuestion } from '#shared/analysis/chain-at.ts';
import { ChainIndex } from '#shared/chain/chain-index.ts';
import { chainInputOf } from '#shared/chain/chain-input-of.ts';
import { checkChain } from '#shared/checks/check-chain.ts';
import type { ChainCheckInput } from '#shared/checks/check-input.ts';
import { withIds } from '#shared/checks/finding-id.ts';
import { inOrder } from '#shared/checks/finding-order.ts';
import { position } from '#shared/model/primitives.ts';
import { BadInput } from './bad-input.ts';
import { type ChainAnswer, jsonFindings, textFindings } from './chain-report.ts';
import { unhurried } from './check-command.ts';
import type { Command, CommandOutcome } from './command.ts';
import { projectContent } from './project-content.ts';
import { isWhole, jsonSpot, type SpotAnswer, textSpot, withMaskedPhones } from './spot-report.ts';

type Options = ReadonlyMap<string, string>;

/** Position asked for with `--at`; null without. @throws BadInput */
function positionOf(options: Options): SpotQuestion['position'] | null {
  const value = options.get('--at');
  if (value === undefined) return null;
  const parts = value.split(',').map((part) => part.trim());
  const parsed = position.safeParse(parts.map((part) => (part === '' ? Number.NaN : Number(part))));
  if (!parsed.success) throw new BadInput('at', { value });
  return parsed.data;
}

/** Key of the issue class asked for with `--class`, by its key or name. @throws BadInput */
function classOf(options: Options, classes: readonly { key: string; name: string }[]) {
  const value = options.get('--class');
  if (value === undefined) return null;
  const found = classes.find(({ key, name }) => key === value || name === value);
  if (!found) throw new BadInput('class', { value });
  return found.key;
}

async function runChain(options: Options, translator: i18n): Promise<CommandOutcome> {
  const started = performance.now();
  const at = positionOf(options);
  if (options.has('--class') && !at) throw new BadInput('classWithoutAt');
  const now = Date.now();
  const { project, records, on } = await projectContent(options, translator, now);
  const input: ChainCheckInput = {
    ...chainInputOf(records),
    issueChunks: records.filter((record) => record.kind === 'issueChunk'),
    on,
    now,
  };
  const read = performance.now();
  const json = options.has('--json');
  const phones = options.has('--phones');
  if (at) {
    const issueClass = classOf(options, project.schemes.issueClasses);
    const index = new ChainIndex(input);
    const question = { position: at, on, issueClass };
    const whole = chainAt(index, question);
    const spot = phones ? whole : withMaskedPhones(whole);
    const answer: SpotAnswer = { question, spot };
    return {
      stdout: json ? jsonSpot(answer) : textSpot(answer, translator),
      stderr: '',
      exitCode: isWhole(answer.spot) ? 0 : 1,
    };
  }
  const { nothing, findings } = await checkChain(input, unhurried);
  const answer: ChainAnswer = {
    on,
    nothing,
    phones,
    findings: withIds(findings, false).sort(inOrder),
    records: new Map(records.map((record) => [record.id, record])),
    counts: {
      streets: input.streets.length,
      communities: input.communities.length,
      zones: input.zones.length,
      points: input.points.length,
      people: input.people.length,
      posts: input.posts.length,
      teams: input.teams?.length ?? 0,
    },
    timings: { read: read - started, check: performance.now() - read },
  };
  return {
    stdout: json ? jsonFindings(answer, translator) : textFindings(answer, translator),
    stderr: '',
    exitCode: nothing === null && findings.length === 0 ? 0 : 1,
  };
}

/** `hengzong chain`: the proof of a project's chain, or who answers for one spot. */
export const chainCommand: Command = {
  options: {
    valued: ['--project', '--on', '--at', '--class', '--passphrase-file', '--lang'],
    switches: ['--json', '--phones'],
  },
  run: runChain,
};
