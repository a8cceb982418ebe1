import * as z from 'zod';
import { idColumn } from './id-words.ts';
import { type IssueChunk, issueChunk } from './issue-columns.ts';
import { textColumn } from './text-column.ts';

const strings = z.looseObject({
  kind: z.literal('issueChunk'),
  ids: z.array(z.uuid()),
  texts: z.array(z.string()),
});

/**
 * A chunk of issues as versions 1 to 4 of the schema kept it, ids and texts as lists of strings, in
 * today's form. @throws ZodError when it is none
 */
export function fromOldIssueChunk(value: unknown): IssueChunk {
  const { ids, texts, ...rest } = strings.parse(value);
  return issueChunk.parse({ ...rest, ids: idColumn(ids), ...textColumn(texts) });
}
