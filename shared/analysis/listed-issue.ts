import { type IssueRef, issueClassOf } from '#shared/chain/open-issues.ts';
import { textAt } from '#shared/model/text-column.ts';

/** An issue as lists show it, and its place in the records. */
export interface ListedIssue {
  chunkId: string;
  index: number;
  text: string;
  /** Key of its class. */
  issueClass: string;
  /** Milliseconds since 1970; null when no date is set. */
  dueAt: number | null;
}

export function listedIssue(ref: IssueRef): ListedIssue {
  const { chunk, index } = ref;
  const dueAt = chunk.dueAt[index] as number;
  return {
    chunkId: chunk.id,
    index,
    text: textAt(chunk, index),
    issueClass: issueClassOf(ref),
    dueAt: Number.isNaN(dueAt) ? null : dueAt,
  };
}
