import type { i18n } from 'i18next';
import type { SpotChain, SpotQuestion } from '#shared/analysis/chain-at.ts';
import type { SeatHolder } from '#shared/analysis/chain-seats.ts';
import { spotLines } from '#shared/analysis/chain-text.ts';
import { readable } from '#shared/checks/amount.ts';

/** The chain at one spot, as both forms of the answer tell it. */
export interface SpotAnswer {
  question: SpotQuestion;
  spot: SpotChain;
}

const answersOf = (holders: readonly SeatHolder[]) => holders.flatMap((one) => one.answers ?? []);

/** Whether a zone answers or the ground is excepted, and in each required role exactly one person who can be rung up. */
export function isWhole({ links, zone, exception }: SpotChain): boolean {
  if (!zone) return exception !== null;
  if (zone.reason === 'disputed') return false;
  return links.every(({ role, holders }) => {
    const [answers] = answersOf(holders);
    return !role.required || (holders.length === 1 && answers?.phone);
  });
}

const person = ({ name, phone }: { name: string; phone: string }) => ({ name, phone });

/** The answer for programs: metres, minutes, [longitude, latitude]. */
export function jsonSpot({ question, spot }: SpotAnswer): string {
  const { zone, team, exception } = spot;
  const answer = {
    ok: isWhole(spot),
    on: question.on,
    at: question.position,
    issueClass: question.issueClass,
    zone: zone && {
      id: zone.id,
      name: zone.name,
      shape: zone.shape,
      reason: zone.reason,
      others: zone.others,
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
        since: holder.since,
        onLeave: holder.onLeave,
        answers: holder.answers && person(holder.answers),
      })),
    })),
    team: team && {
      ...person(team),
      minutes: readable(team.minutes),
      straightM: Math.round(team.straightM),
      detourFactor: team.detourFactor,
      speedKmh: team.speedKmh,
    },
    points: spot.points.items.map(({ name, distanceM }) => {
      return { name, distanceM: Math.round(distanceM) };
    }),
    openIssuesNear: spot.issues.count,
  };
  return `${JSON.stringify(answer)}\n`;
}

/** The answer for people. */
export function textSpot({ question, spot }: SpotAnswer, translator: i18n): string {
  const lines = spotLines(question, spot, (key, params) => translator.t(key, params ?? {}));
  return `${lines.join('\n')}\n`;
}
