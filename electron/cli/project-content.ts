import type { i18n } from 'i18next';
import { recordsAsOf } from '#shared/edits/records-as-of.ts';
import { FormatError } from '#shared/formats/format-error.ts';
import { unpackProject } from '#shared/formats/project-file/unpack-project.ts';
import { endOfDay, localDay } from '#shared/model/local-day.ts';
import { projectOf } from '#shared/model/project-of.ts';
import type { Project } from '#shared/model/project.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { required } from './arguments.ts';
import { BadInput } from './bad-input.ts';
import { dayOf } from './check-options.ts';
import { passphraseOf } from './passphrase.ts';
import { readBytes } from './read-bytes.ts';

type Options = ReadonlyMap<string, string>;

/** A project file as it stood on the day asked for. */
export interface ProjectContent {
  project: Project;
  records: readonly AnyRecord[];
  /** `YYYY-MM-DD` on the clock of the district. */
  on: string;
}

/** Records and log of a project file. @throws BadInput when it is none, damaged or locked */
async function contentOf(file: string, options: Options, translator: i18n) {
  const bytes = await readBytes(file);
  const passphrase = await passphraseOf(options);
  try {
    return await unpackProject(bytes, passphrase);
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    throw new BadInput('project', { file, reason: translator.t(error.key, error.params) });
  }
}

/**
 * The project file of `--project` on the day of `--on`, else today: of a day that is over as its records
 * stood at the end of it. @throws BadInput
 */
export async function projectContent(
  options: Options,
  translator: i18n,
  now: number,
): Promise<ProjectContent> {
  const file = required(options, '--project', 'projectRequired');
  if (options.has('--on')) dayOf(options);
  const { records: stored, audit } = await contentOf(file, options, translator);
  const offset = (projectOf(stored) ?? noProject()).utcOffsetMinutes;
  const today = localDay(now, offset);
  const on = options.get('--on') ?? today;
  const records = on < today ? recordsAsOf(stored, audit, endOfDay(on, offset)) : stored;
  return { project: projectOf(records) ?? noProject(), records, on };
}

function noProject(): never {
  throw new Error('a project file without project');
}
