import type { Fix } from '#shared/model/fix.ts';

/** Whether somebody has to fill in a form before the fix can be carried out. */
export function asksForMore({ kind }: Fix): boolean {
  return kind === 'new-zone' || kind === 'declare-exception';
}
