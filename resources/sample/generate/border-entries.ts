import { issuesAlong } from '#shared/analysis/border-register.ts';
import { Nearby } from '#shared/chain/nearby.ts';
import { issuePosition, openIssues } from '#shared/chain/open-issues.ts';
import { linesLengthM } from '#shared/geo/line-length.ts';
import type { Border } from '#shared/model/border.ts';
import { defaultChainRules } from '#shared/model/chain-rules.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { SharedBorders } from '#shared/topology/shared-borders.ts';
import type { Places } from './places.ts';
import { seeded } from './random.ts';
import { toLonLat } from './vertex.ts';

/** Stretches that two zones claim, with both claimants. */
function claimedTwice({ disputes, blocks }: Places): Border[] {
  const random = seeded('border entries');
  const nameOf = (id: string) => blocks.find(({ zone }) => zone.id === id)?.zone.name ?? '';
  return disputes.map(({ claimantId, otherId, dispute }) => ({
    kind: 'border',
    id: random.uuid(),
    name: `${nameOf(claimantId)}与${nameOf(otherId)}`,
    partyIds: [claimantId, otherId],
    geometry: { type: 'LineString', coordinates: dispute.ring.map(toLonLat) },
    follows: 'other',
    basis: '两份责任图各画各的（虚构）',
    decision: '',
    decidedOn: null,
    disputed: true,
  }));
}

/** What was agreed, or not, about the longest borders of streets; all of it made up. */
const agreements = [
  {
    follows: 'centre-line',
    basis: '区划勘界图（虚构）',
    decision: '以道路中线为界，路面由北侧统一保洁',
    decidedOn: '2024-04-18',
  },
  {
    follows: 'river',
    basis: '河长制名录（虚构）',
    decision: '以河道蓝线为界，桥面归东侧',
    decidedOn: '2024-06-05',
  },
  { follows: 'kerb', basis: '街道会商纪要（虚构）', decision: '', decidedOn: '2025-03-11' },
  {
    follows: 'wall',
    basis: '单位用地红线图（虚构）',
    decision: '围墙外 2 米由街道负责',
    decidedOn: '2025-09-02',
  },
  { follows: 'red-line', basis: '规划道路红线（虚构）', decision: '', decidedOn: '2026-05-26' },
] as const;

/** Entries for borders of streets: some agreed on, and most of one in dispute. */
function streetBorders({ streets }: Places, issues: readonly IssueChunk[]): Border[] {
  const random = seeded('street borders');
  const shared = new SharedBorders();
  for (const { id, geometry } of streets) shared.set(id, geometry);
  const pairs = streets
    .flatMap((first, i) =>
      streets.slice(i + 1).map((second) => {
        const lines = shared.between(first.id, second.id) as LonLat[][];
        return { first, second, lines, lengthM: linesLengthM(lines) };
      }),
    )
    .filter(({ lines }) => lines.length === 1)
    .sort((a, b) => b.lengthM - a.lengthM);
  const entry = ({ first, second, lines }: (typeof pairs)[number]) => ({
    kind: 'border' as const,
    id: random.uuid(),
    name: `${first.name}与${second.name}界`,
    partyIds: [first.id, second.id] as [string, string],
    geometry: { type: 'LineString' as const, coordinates: lines[0] ?? [] },
  });
  const agreed = agreements.map((agreement, i): Border => {
    return { ...entry(pairs[i] as (typeof pairs)[number]), ...agreement, disputed: false };
  });
  const near = new Nearby(openIssues(issues), issuePosition);
  const bounced = (lines: LonLat[][]) =>
    issuesAlong(lines, near, defaultChainRules().borderM).length;
  // Where most issues are bounced from side to side, nobody has agreed on anything.
  const [next] = pairs
    .slice(agreements.length)
    .sort((a, b) => bounced(b.lines) - bounced(a.lines)) as [(typeof pairs)[number]];
  const line = next.lines[0] ?? [];
  const part = { ...next, lines: [line.slice(0, Math.ceil(line.length * 0.75))] };
  const disputed: Border = {
    ...entry(part),
    name: `${next.first.name}与${next.second.name}界（未定段）`,
    follows: 'other',
    basis: '一方依勘界图，一方依环卫作业图（虚构）',
    decision: '',
    decidedOn: null,
    disputed: true,
  };
  return [...agreed, disputed];
}

/** Entries of the border register. */
export function makeBorderEntries(places: Places, issues: readonly IssueChunk[]): Border[] {
  return [...claimedTwice(places), ...streetBorders(places, issues)];
}
