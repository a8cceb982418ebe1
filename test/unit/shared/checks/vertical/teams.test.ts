import { describe, expect, it } from 'vitest';
import { checkChain } from '#shared/checks/check-chain.ts';
import { teamMinutes } from '#shared/chain/team-minutes.ts';
import { defaultChainRules } from '#shared/model/chain-rules.ts';
import { pointAt, quiet } from '#test/unit/shared/checks/given.ts';
import { filled, found, person, team } from '#test/unit/shared/checks/given-chain.ts';

const points = [pointAt('pt', 116.31, 39.905)];
const here = [116.31, 39.905];
const rules = (withinMinutes: number | null) => ({
  ...defaultChainRules(),
  reach: { vehicleKmh: 30, footKmh: 6, detourFactor: 1.5, withinMinutes },
});
/** 1000 m north of the point. */
const away = [116.31, 39.905 + 1000 / 111_195.08];
const onLeave = person('p', { leave: [{ from: '2026-06-15', to: '2026-06-15', deputyId: 'q' }] });

describe('teamMinutes', () => {
  it('is straight line × detour ÷ speed', () => {
    const { reach } = rules(15);
    expect(teamMinutes(1000, 'vehicle', reach)).toBe(3);
    expect(teamMinutes(1000, 'foot', reach)).toBe(15);
  });
});

describe('no-team and late-team', () => {
  it('say nothing where there are no points, no teams to be asked for, or the project asks for none', async () => {
    expect(await found(filled({ teams: [] }))).toEqual([]);
    expect(await found(filled({ points }))).toEqual([]);
    expect(await found(filled({ points, teams: [], rules: rules(null) }))).toEqual([]);
  });

  it('make one finding of all points when there is no team', async () => {
    const many = [...points, pointAt('q', 116.3, 39.9)];
    expect(await found(filled({ points: many, teams: [] }))).toEqual(['no-team.none d']);
  });

  it('are content with a team within the minutes, the last one included', async () => {
    const teams = [team('t', away, { transport: 'foot' })];
    expect(await found(filled({ points, teams, rules: rules(15.001) }))).toEqual([]);
    expect(await found(filled({ points, teams, rules: rules(14.999) }))).toEqual(['late-team pt']);
    expect(await found(filled({ points, teams: [team('t', here)], rules: rules(0.1) }))).toEqual(
      [],
    );
  });

  it('show what the minutes are made of, of the team that is first, not the nearest', async () => {
    const teams = [
      team('walking', [116.31, 39.905 + 600 / 111_195.08], { transport: 'foot' }),
      team('driving', away),
    ];
    const { findings } = await checkChain(filled({ points, teams, rules: rules(2) }), quiet);
    expect(findings[0]?.message).toEqual({
      key: 'late-team',
      params: {
        place: 'pt',
        team: 'driving',
        minutes: 3,
        limit: 2,
        straight: 1000,
        detour: 1.5,
        speed: 30,
      },
    });
  });

  it('count no team of which nobody is at work', async () => {
    const people = [onLeave, person('q')];
    const teams = [team('t', here)];
    expect(await found(filled({ points, people, teams }))).toEqual([
      'no-team.absent t',
      'no-team.nobody d',
    ]);
    expect(await found(filled({ points, people, teams, on: '2026-06-16' }))).toEqual([]);
    const empty = [team('t', here), team('u', here, { memberIds: [] })];
    expect(await found(filled({ points, teams: empty }))).toEqual(['no-team.empty u']);
    const gone = [team('t', here), team('u', here, { memberIds: ['gone'] })];
    expect(await found(filled({ points, teams: gone }))).toEqual(['no-team.absent u']);
  });

  it('ask for a phone number of the team itself', async () => {
    const teams = [team('t', here, { phone: ' ' })];
    expect(await found(filled({ points, teams }))).toEqual(['unreachable.team t']);
  });
});
