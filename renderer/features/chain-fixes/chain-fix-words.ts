import { type Translate, textKey } from '#renderer/ui/use-text.ts';
import type { ChainFix } from '#shared/model/chain-fix.ts';

/** A fix of the chain as its button says it, and in full. */
export function chainFixWords(text: Translate, fix: ChainFix): { short: string; long: string } {
  const params: Record<string, string | number> = {
    name: 'name' in fix ? fix.name : '',
    to: 'to' in fix ? fix.to : 0,
  };
  return {
    short: text(textKey(`chainFix.short.${fix.kind}`), params),
    long: text(textKey(`chainFix.long.${fix.kind}`), params),
  };
}
