import type { OnDuty } from '#shared/chain/duty-roll.ts';
import type { Post } from '#shared/model/post.ts';
import type { RecordOf } from '#shared/model/record.ts';
import type { ChainState } from './chain-state.ts';
import type { ChainUnit } from './chain-units.ts';

type Light = RecordOf<'post' | 'person' | 'team' | 'dutyList'>;

/** A record as it stood (or, when it is new, as it comes), and as it stands now. */
export interface LightChange {
  record: Light;
  to: Light | null;
}

/** Puts changes of posts, people, teams and duty lists into the state; answers what must be proved again. */
export function touchedUnits(state: ChainState, changes: readonly LightChange[]): Set<ChainUnit> {
  const units = new Set<ChainUnit>();
  let rollChanged = false;
  for (const { record, to } of changes) {
    switch (record.kind) {
      case 'post':
        touchPost(state, record, to as Post | null, units);
        break;
      case 'person':
        rollChanged =
          touchPerson(state, record.id, to as RecordOf<'person'> | null, units) || rollChanged;
        break;
      case 'team':
        touchTeam(state, record.id, to as RecordOf<'team'> | null, units);
        break;
      case 'dutyList':
        state.setDutyList(record.id, to as RecordOf<'dutyList'> | null);
        rollChanged = true;
    }
  }
  if (rollChanged) compareRolls(state.renewRoll(), state.roll, units);
  return units;
}

function touchPost(
  state: ChainState,
  before: Post,
  after: Post | null,
  units: Set<ChainUnit>,
): void {
  state.index.roster.setPost(before.id, after);
  for (const post of [before, after]) {
    if (!post) continue;
    units.add(`seat ${post.targetId}`);
    if (post.personId === null) continue;
    units.add(`load ${post.personId}`).add(`duty ${post.personId}`);
  }
}

/** Answers whether the lists of the day may mean somebody else now. */
function touchPerson(
  state: ChainState,
  id: string,
  person: RecordOf<'person'> | null,
  units: Set<ChainUnit>,
): boolean {
  const { roster, teams } = state.index;
  const before = roster.people.get(id);
  state.setPerson(id, person);
  for (const post of [...roster.postsOf(id), ...roster.postsBackedBy(id)]) {
    units.add(`seat ${post.targetId}`);
  }
  units.add(`load ${id}`).add(`duty ${id}`);
  for (const team of teams.values()) {
    if (team.memberIds.includes(id)) touchReach(state, team.id, units);
  }
  return before?.name !== person?.name || before?.phone !== person?.phone;
}

function touchTeam(
  state: ChainState,
  id: string,
  team: RecordOf<'team'> | null,
  units: Set<ChainUnit>,
): void {
  const { index } = state;
  const members = [...(index.teams.get(id)?.memberIds ?? []), ...(team?.memberIds ?? [])];
  index.setTeam(id, team);
  for (const member of members) units.add(`duty ${member}`);
  touchReach(state, id, units);
}

function touchReach(state: ChainState, teamId: string, units: Set<ChainUnit>): void {
  for (const pointId of state.renewTeam(teamId)) units.add(`reach ${pointId}`);
  units.add(`team ${teamId}`).add('teams');
}

function compareRolls(
  before: ReadonlyMap<string, OnDuty>,
  after: ReadonlyMap<string, OnDuty>,
  units: Set<ChainUnit>,
): void {
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(key), after.get(key)];
    if (
      was &&
      is &&
      was.checkedInAt === is.checkedInAt &&
      was.name === is.name &&
      was.phone === is.phone &&
      was.listId === is.listId &&
      was.person?.id === is.person?.id
    ) {
      continue;
    }
    units.add(`duty ${key}`);
    if (!was?.person || !is?.person) units.add('unknown');
  }
}
