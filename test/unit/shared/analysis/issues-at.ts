import { type IssueChunk, packIssues } from '#shared/model/issue-chunk.ts';

const id = '00000000-0000-4000-8000-000000000001';

/** A chunk of issues at places [longitude, latitude] in degrees, alike in all else. */
export function issuesAt(positions: readonly [number, number][]): IssueChunk {
  const issues = positions.map((position) => ({
    kind: 'issue' as const,
    id,
    issueClass: 'litter',
    status: 'reported' as const,
    position,
    foundAt: '2026-11-20T10:00:00.000Z',
    dueAt: null,
    closedAt: null,
    text: '',
    lostPoints: 0,
  }));
  const [chunk] = packIssues(issues, () => id);
  if (!chunk) throw new Error('a chunk needs an issue');
  return chunk;
}
