import { stat } from 'node:fs/promises';
import { BadInput } from './bad-input.ts';

/** Refuses to write over a file that is read from, by whatever name. @throws BadInput */
export async function refuseOwnInput(out: string, inputs: readonly string[]): Promise<void> {
  const target = await stat(out, { bigint: true }).catch(() => null);
  if (target === null) return;
  for (const input of inputs) {
    const source = await stat(input, { bigint: true }).catch(() => null);
    if (source !== null && source.dev === target.dev && source.ino === target.ino) {
      throw new BadInput('outIsInput', { file: out });
    }
  }
}
