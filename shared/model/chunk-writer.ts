import type { IdWords } from './id-words.ts';
import { type IssueChunk, issuesPerChunk } from './issue-columns.ts';
import type { IssueFacts } from './issue-facts.ts';
import { TextWriter } from './text-column.ts';

/** Columns of a chunk of which `count` issues are written yet. */
interface OpenChunk {
  columns: Omit<IssueChunk, 'count' | 'texts' | 'textEnds'>;
  texts: TextWriter;
  count: number;
  classIndex: Map<string, number>;
}

function openChunk(id: string, size: number): OpenChunk {
  const columns: OpenChunk['columns'] = {
    kind: 'issueChunk',
    id,
    ids: new Uint32Array(4 * size),
    longitude: new Int32Array(size),
    latitude: new Int32Array(size),
    issueClass: new Uint16Array(size),
    classes: [],
    status: new Uint8Array(size),
    foundAt: new Float64Array(size),
    dueAt: new Float64Array(size),
    closedAt: new Float64Array(size),
    lostPoints: new Float32Array(size),
  };
  return { columns, texts: new TextWriter(size), count: 0, classIndex: new Map() };
}

/** The chunk alone, its columns as long as it has issues. */
function closed({ columns, texts, count }: OpenChunk): IssueChunk {
  const whole = { ...columns, ...texts.finish(count), count };
  if (count === columns.status.length) return whole;
  return {
    ...whole,
    ids: columns.ids.slice(0, 4 * count),
    longitude: columns.longitude.slice(0, count),
    latitude: columns.latitude.slice(0, count),
    issueClass: columns.issueClass.slice(0, count),
    status: columns.status.slice(0, count),
    foundAt: columns.foundAt.slice(0, count),
    dueAt: columns.dueAt.slice(0, count),
    closedAt: columns.closedAt.slice(0, count),
    lostPoints: columns.lostPoints.slice(0, count),
  };
}

/** Writes issues one after the other straight into the columns of their chunks. */
export class ChunkWriter {
  private readonly newId: () => string;
  private readonly expected: number;
  private readonly chunks: OpenChunk[] = [];
  private count = 0;

  /** @param expected how many issues there will be at most */
  constructor(newId: () => string, expected: number) {
    this.newId = newId;
    this.expected = expected;
  }

  add(id: IdWords, facts: IssueFacts): void {
    const index = this.count % issuesPerChunk;
    if (index === 0) {
      const size = Math.min(issuesPerChunk, Math.max(1, this.expected - this.count));
      this.chunks.push(openChunk(this.newId(), size));
    }
    this.count += 1;
    const chunk = this.chunks.at(-1) as OpenChunk;
    chunk.count = index + 1;
    chunk.columns.ids.set(id, 4 * index);
    this.write(chunk, index, facts);
  }

  /** Exchanges what is known of the issue that was added as number `number`, from 0. */
  set(number: number, facts: IssueFacts): void {
    const chunk = this.chunks[Math.floor(number / issuesPerChunk)] as OpenChunk;
    this.write(chunk, number % issuesPerChunk, facts);
  }

  finish(): IssueChunk[] {
    return this.chunks.map(closed);
  }

  private write({ columns, texts, classIndex }: OpenChunk, index: number, facts: IssueFacts): void {
    let number = classIndex.get(facts.issueClass);
    if (number === undefined) {
      number = columns.classes.push(facts.issueClass) - 1;
      classIndex.set(facts.issueClass, number);
    }
    columns.issueClass[index] = number;
    columns.status[index] = facts.status;
    columns.longitude[index] = facts.longitude;
    columns.latitude[index] = facts.latitude;
    columns.foundAt[index] = facts.foundAt;
    columns.dueAt[index] = facts.dueAt;
    columns.closedAt[index] = facts.closedAt;
    columns.lostPoints[index] = facts.lostPoints;
    texts.put(index, facts.text);
  }
}
