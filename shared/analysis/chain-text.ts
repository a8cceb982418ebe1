import type { TextKey } from '#shared/i18n/translate.ts';
import type { SpotChain, SpotQuestion, SpotZone } from './chain-at.ts';
import type { ChainSeat, SeatHolder } from './chain-seats.ts';
import type { FirstTeam } from './first-team-at.ts';

/** Says a text of the app in some language. */
type Say = (key: TextKey, params?: Record<string, string | number>) => string;

/** Why a zone answers for a spot, in one sentence. */
export function zoneSentence(zone: SpotZone | null, say: Say): string {
  if (!zone) return say('chain.noZone');
  const names = zone.others.map(({ name }) => name);
  return say(`chain.reason.${zone.reason}`, {
    zone: zone.name,
    shape: say(`shape.${zone.shape}`),
    others: names.join(say('chain.listComma')),
  });
}

/** How soon the first team is there, and what that is reckoned of. */
export function teamSentence(team: FirstTeam, say: Say): string {
  return say('chain.formula', {
    minutes: Math.round(team.minutes * 10) / 10,
    straight: Math.round(team.straightM),
    detour: team.detourFactor,
    speed: team.speedKmh,
  });
}

function holderText(holder: SeatHolder, say: Say): string {
  const { person, since, onLeave, answers } = holder;
  const phone = (text: string) => text || say('chain.noPhone');
  const words = [person.name, phone(person.phone), say('chain.since', { day: since })];
  if (!onLeave) return words.join('  ');
  const deputy = answers
    ? say('chain.deputy', { name: answers.name, phone: phone(answers.phone) })
    : say('chain.noDeputy');
  return [...words, deputy].join('  ');
}

/** The chain as lines of text, a role to a line, for a message or a note. */
export function chainLines(links: readonly ChainSeat[], say: Say): string[] {
  return links.map(({ place, role, holders }) => {
    const people = holders.map((holder) => holderText(holder, say));
    const who = people.length > 0 ? people.join(say('chain.nextHolder')) : say('chain.vacant');
    return say('chain.line', { role: role.name, place: place.name, who });
  });
}

/** All that is said of a spot, as lines of text. */
export function spotLines(question: SpotQuestion, spot: SpotChain, say: Say): string[] {
  const [x = '', y = ''] = question.position.map((value) => value.toFixed(7));
  const { exception, team, counts } = spot;
  const lines = [say('chain.spot', { on: question.on, x, y }), zoneSentence(spot.zone, say)];
  if (exception) {
    lines.push(say('chain.exception', { name: exception.name, reason: exception.reason }));
  }
  if (spot.links.length > 0) lines.push('', ...chainLines(spot.links, say));
  lines.push('');
  if (team) {
    const named = { name: team.name, phone: team.phone || say('chain.noPhone') };
    lines.push(say('chain.team', { ...named, formula: teamSentence(team, say) }));
  } else lines.push(say('chain.noTeam'));
  lines.push(say('chain.here', { points: spot.points.count, issues: spot.issues.count }));
  if (counts) lines.push(say('chain.onGround', { ...counts }));
  return lines;
}
