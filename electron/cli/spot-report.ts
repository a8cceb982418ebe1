import type { i18n } from 'i18next';
import type { SpotChain, SpotHolder, SpotQuestion } from '#shared/analysis/chain-at.ts';
import { speedKmh } from '#shared/chain/team-minutes.ts';
import type { ZoneReason } from '#shared/chain/zone-choice.ts';
import { readable } from '#shared/checks/amount.ts';
import type { ChainRules } from '#shared/model/chain-rules.ts';
import type { Zone } from '#shared/model/zone.ts';

/** The chain at one spot, as both forms of the answer tell it. */
export interface SpotAnswer {
  question: SpotQuestion;
  spot: SpotChain;
  rules: ChainRules;
}

/** Zones that a reason names beside the one that answers. */
function othersOf(reason: ZoneReason): Zone[] {
  if (reason.kind === 'only') return [];
  return reason.kind === 'shape' ? reason.before : reason.with;
}

const answersOf = ({ holders }: { holders: SpotHolder[] }) =>
  holders.flatMap((one) => one.answers ?? []);

/** Whether a zone answers or the ground is excepted, and in each required role exactly one person who can be rung up. */
export function isWhole({ links, zone, exception }: SpotChain): boolean {
  if (!zone) return exception !== null;
  if (zone.reason.kind === 'disputed') return false;
  return links.every(({ role, holders }) => {
    const [answers] = answersOf({ holders });
    return !role.required || (holders.length === 1 && answers?.phone.trim());
  });
}

/** The answer for programs: metres, minutes, [longitude, latitude]. */
export function jsonSpot({ question, spot, rules }: SpotAnswer): string {
  const { zone, team, exception } = spot;
  const person = ({ name, phone }: { name: string; phone: string }) => ({ name, phone });
  const answer = {
    ok: isWhole(spot),
    on: question.on,
    at: question.position,
    issueClass: question.issueClass,
    zone: zone && {
      id: zone.zone.id,
      name: zone.zone.name,
      shape: zone.zone.shape,
      reason: zone.reason.kind,
      others: othersOf(zone.reason).map(({ id, name, shape }) => ({ id, name, shape })),
      points: spot.counts?.points ?? 0,
      openIssues: spot.counts?.openIssues ?? 0,
    },
    exception: exception && { name: exception.name, reason: exception.reason },
    chain: spot.links.map(({ place, role, holders }) => ({
      level: place.level,
      place: place.name,
      role: role.name,
      required: role.required,
      holders: holders.map((holder) => ({
        ...person(holder.person),
        since: holder.post.from,
        onLeave: holder.onLeave,
        answers: holder.answers && person(holder.answers),
      })),
    })),
    team: team && {
      ...person(team.team),
      minutes: readable(team.minutes),
      straightM: Math.round(team.straightM),
      detourFactor: rules.reach.detourFactor,
      speedKmh: speedKmh(team.team.transport, rules.reach),
    },
    points: spot.points.map(({ item, distanceM }) => {
      return { name: item.name, distanceM: Math.round(distanceM) };
    }),
    openIssuesNear: spot.issues.length,
  };
  return `${JSON.stringify(answer)}\n`;
}

function reasonLine(spot: SpotChain, translator: i18n): string {
  if (!spot.zone) return translator.t('cli.chain.noZone');
  const { zone, reason } = spot.zone;
  const others = othersOf(reason).map(({ name }) => name);
  const params = {
    zone: zone.name,
    shape: translator.t(`shape.${zone.shape}`),
    others: others.join('、'),
  };
  return translator.t(`cli.chain.reason.${reason.kind}`, params);
}

function holderText(holder: SpotHolder, translator: i18n): string {
  const { person, post, onLeave, answers } = holder;
  const phone = (text: string) => text.trim() || translator.t('cli.chain.noPhone');
  const words = [
    person.name,
    phone(person.phone),
    translator.t('cli.chain.since', { day: post.from }),
  ];
  if (!onLeave) return words.join('  ');
  const deputy = answers
    ? translator.t('cli.chain.deputy', { name: answers.name, phone: phone(answers.phone) })
    : translator.t('cli.chain.noDeputy');
  return [...words, deputy].join('  ');
}

/** The answer for people. */
export function textSpot({ question, spot, rules }: SpotAnswer, translator: i18n): string {
  const { position, on } = question;
  const [x, y] = position.map((value) => value.toFixed(7));
  const lines = [translator.t('cli.chain.spot', { on, x, y }), reasonLine(spot, translator)];
  if (spot.exception) {
    const { name, reason } = spot.exception;
    lines.push(translator.t('cli.chain.exception', { name, reason }));
  }
  if (spot.links.length > 0) lines.push('');
  for (const { place, role, holders } of spot.links) {
    const people = holders.map((holder) => holderText(holder, translator));
    const who = people.length > 0 ? people.join('；') : translator.t('cli.chain.vacant');
    lines.push(`${role.name}（${place.name}）  ${who}`);
  }
  lines.push('');
  if (spot.team) {
    const { team, minutes, straightM } = spot.team;
    lines.push(
      translator.t('cli.chain.team', {
        name: team.name,
        phone: team.phone,
        minutes: readable(minutes),
        straight: Math.round(straightM),
        detour: rules.reach.detourFactor,
        speed: speedKmh(team.transport, rules.reach),
      }),
    );
  } else lines.push(translator.t('cli.chain.noTeam'));
  lines.push(
    translator.t('cli.chain.here', { points: spot.points.length, issues: spot.issues.length }),
  );
  if (spot.counts) lines.push(translator.t('cli.chain.onGround', { ...spot.counts }));
  return `${lines.join('\n')}\n`;
}
