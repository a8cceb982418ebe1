/** A job that ended without an answer, as an i18n key with its parameters. */
export class JobError extends Error {
  readonly key = 'job.crashed';
  readonly params: { detail: string };

  constructor(detail: string) {
    super(`job.crashed ${detail}`);
    this.name = 'JobError';
    this.params = { detail };
  }
}
