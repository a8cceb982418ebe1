import { type IssueChunk, issuesPerChunk } from './issue-columns.ts';
import type { IssueFacts } from './issue-facts.ts';

/** Columns of a chunk of which `count` issues are written yet. */
interface OpenChunk extends IssueChunk {
  classIndex: Map<string, number>;
}

function openChunk(id: string, size: number): OpenChunk {
  return {
    kind: 'issueChunk',
    id,
    count: 0,
    ids: [],
    longitude: new Int32Array(size),
    latitude: new Int32Array(size),
    issueClass: new Uint16Array(size),
    classes: [],
    classIndex: new Map(),
    status: new Uint8Array(size),
    foundAt: new Float64Array(size),
    dueAt: new Float64Array(size),
    closedAt: new Float64Array(size),
    lostPoints: new Float32Array(size),
    texts: [],
  };
}

/** The chunk alone, its columns as long as it has issues. */
function closed({ classIndex: _, ...chunk }: OpenChunk): IssueChunk {
  const { count } = chunk;
  if (count === chunk.status.length) return chunk;
  return {
    ...chunk,
    longitude: chunk.longitude.slice(0, count),
    latitude: chunk.latitude.slice(0, count),
    issueClass: chunk.issueClass.slice(0, count),
    status: chunk.status.slice(0, count),
    foundAt: chunk.foundAt.slice(0, count),
    dueAt: chunk.dueAt.slice(0, count),
    closedAt: chunk.closedAt.slice(0, count),
    lostPoints: chunk.lostPoints.slice(0, count),
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

  add(id: string, facts: IssueFacts): void {
    const index = this.count % issuesPerChunk;
    if (index === 0) {
      const size = Math.min(issuesPerChunk, Math.max(1, this.expected - this.count));
      this.chunks.push(openChunk(this.newId(), size));
    }
    this.count += 1;
    const chunk = this.chunks.at(-1) as OpenChunk;
    chunk.count = index + 1;
    chunk.ids.push(id);
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

  private write(chunk: OpenChunk, index: number, facts: IssueFacts): void {
    let number = chunk.classIndex.get(facts.issueClass);
    if (number === undefined) {
      number = chunk.classes.push(facts.issueClass) - 1;
      chunk.classIndex.set(facts.issueClass, number);
    }
    chunk.issueClass[index] = number;
    chunk.status[index] = facts.status;
    chunk.longitude[index] = facts.longitude;
    chunk.latitude[index] = facts.latitude;
    chunk.foundAt[index] = facts.foundAt;
    chunk.dueAt[index] = facts.dueAt;
    chunk.closedAt[index] = facts.closedAt;
    chunk.lostPoints[index] = facts.lostPoints;
    chunk.texts[index] = facts.text;
  }
}
