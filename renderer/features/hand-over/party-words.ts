import { formatMoment, formatNumber } from '#renderer/ui/format.ts';
import type { Translate } from '#renderer/ui/use-text.ts';
import type {
  HandOverLine,
  HandOverLines,
  HandOverParty,
} from '#shared/jobs/chain-session/hand-over-lines.ts';
import { maskPhone } from '#shared/model/mask-phone.ts';

/** Who stands on one side, by name and phone; the phone masked unless wanted in full. */
export function peopleWords(party: HandOverParty | null, text: Translate, phones: boolean): string {
  if (!party) return text('handOver.nobody');
  if (party.people.length === 0) return text('handOver.vacant');
  return party.people
    .map(({ name, phone }) => `${name} ${phones ? phone : maskPhone(phone)}`.trim())
    .join('、');
}

/** Where: the place, or from which place to which. */
export function placeWords({ from, to }: HandOverLine, text: Translate): string {
  const [was, is] = [from?.place, to?.place];
  if (was === is || was === undefined || is === undefined) return is ?? was ?? '';
  return text('handOver.fromTo', { from: was, to: is });
}

/** Ground in hectares; empty where there is none to speak of. */
export function hectares({ areaM2 }: HandOverLine): string {
  return areaM2 === null ? '' : formatNumber(areaM2 / 10_000, 2);
}

export function deadline(time: number | null, utcOffsetMinutes: number): string {
  return time === null ? '' : formatMoment(time, utcOffsetMinutes);
}

export function unitName({ unit, unitId }: HandOverLines['units'][number], text: Translate) {
  return unit ?? text(unitId === null ? 'handOver.noUnit' : 'handOver.unknownUnit');
}
