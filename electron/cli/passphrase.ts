import { readBytes } from './read-bytes.ts';

/** Name of the environment variable that may hold the passphrase of a project file. */
const variable = 'HENGZONG_PASSPHRASE';

/**
 * Passphrase of a project file: the first line of `--passphrase-file`, else HENGZONG_PASSPHRASE, else null.
 * Never an option of its own: what stands on a command line is seen by everybody on the machine.
 * @throws BadInput when the file cannot be read
 */
export async function passphraseOf(options: ReadonlyMap<string, string>): Promise<string | null> {
  const file = options.get('--passphrase-file');
  if (file === undefined) return process.env[variable] ?? null;
  const [line = ''] = new TextDecoder().decode(await readBytes(file)).split(/\r?\n/);
  return line;
}
