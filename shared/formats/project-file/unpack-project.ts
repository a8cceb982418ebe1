import type { AuditRow } from '#shared/edits/audit.ts';
import { type IssueChunk, issueChunk } from '#shared/model/issue-chunk.ts';
import { type AnyRecord, type RecordKind, parseRecord, recordKinds } from '#shared/model/record.ts';
import * as z from 'zod';
import { readArchive } from './archive.ts';
import { auditPath, pathOfKind } from './pack-project.ts';
import { type ChunkReference, fromAuditLines } from './audit-lines.ts';
import { FormatError } from '#shared/formats/format-error.ts';
import { decodeIssueChunk } from './issue-columns.ts';
import { fromLayer } from './layers.ts';
import { isTooDeep } from './is-too-deep.ts';
import { isSealed, type SealingKey, unseal } from './seal.ts';
import {
  formatVersion,
  type Manifest,
  manifest,
  manifestHead,
  manifestPath,
  sha256,
} from './manifest.ts';

type Parts = Map<string, Uint8Array<ArrayBuffer>>;

/**
 * Reads a project file (see pack-project.ts for its content); every record is checked against its
 * schema and every part against its hash.
 * @throws FormatError naming the part when the file is foreign, cut off, changed, too large, or
 *   written by a newer version; `storage.file.locked` when it asks for a passphrase and there is none, or
 *   only the key of another file.
 */
export async function unpackProject(
  file: Uint8Array,
  opener: string | SealingKey | null = null,
): Promise<{ records: AnyRecord[]; audit: AuditRow[] }> {
  const bytes = await opened(file, opener);
  const described = readManifest(bytes);
  const parts = await readParts(bytes, described);
  const chunks = new Map<string, IssueChunk>();
  for (const [path, content] of parts) {
    if (!path.startsWith('issues/')) continue;
    inPart(path, () => chunks.set(path, issueChunk.parse(decodeIssueChunk(content))));
  }
  const findChunk = (reference: ChunkReference) => {
    const chunk = chunks.get(reference.part);
    if (chunk?.id === reference.id) return chunk;
    throw new FormatError('storage.file.missing', { part: reference.part });
  };
  const records: AnyRecord[] = [];
  for (const kind of recordKinds) {
    const found = readKind(kind, parts, findChunk);
    if (found.length !== (described.counts[kind] ?? 0)) {
      throw new FormatError('storage.file.damaged', {
        part: pathOfKind(kind),
        detail: `${found.length} ≠ ${described.counts[kind] ?? 0}`,
      });
    }
    for (const record of found) records.push(record);
  }
  checkIdentity(records);
  const log = parts.get(auditPath);
  const audit = log ? inPart(auditPath, () => fromAuditLines(log, findChunk)) : [];
  if (audit.length !== (described.counts['audit'] ?? 0)) {
    throw new FormatError('storage.file.damaged', { part: auditPath, detail: `${audit.length}` });
  }
  return { records, audit };
}

async function opened(file: Uint8Array, opener: string | SealingKey | null): Promise<Uint8Array> {
  if (!isSealed(file)) return file;
  if (opener === null) throw new FormatError('storage.file.locked');
  return unseal(file, opener);
}

function readManifest(bytes: Uint8Array): Manifest {
  const content = readArchive(bytes, (path) => path === manifestPath).get(manifestPath);
  if (!content) throw new FormatError('storage.file.notOurs');
  if (isTooDeep(content)) throw new FormatError('storage.file.tooDeep');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(content));
  } catch {
    throw new FormatError('storage.file.notOurs');
  }
  const head = manifestHead.safeParse(value);
  if (!head.success) throw new FormatError('storage.file.notOurs');
  if (head.data.formatVersion > formatVersion) {
    throw new FormatError('storage.file.newer', {
      found: head.data.formatVersion,
      known: formatVersion,
    });
  }
  return inPart(manifestPath, () => manifest.parse(value));
}

async function readParts(bytes: Uint8Array, described: Manifest): Promise<Parts> {
  const paths = new Set(described.parts.map((part) => part.path));
  const parts = readArchive(bytes, (path) => paths.has(path));
  for (const { path, bytes: size, sha256: expected } of described.parts) {
    const content = parts.get(path);
    if (!content) throw new FormatError('storage.file.missing', { part: path });
    if (content.length !== size || (await sha256(content)) !== expected) {
      throw new FormatError('storage.file.changed', { part: path });
    }
  }
  return parts;
}

function readKind(
  kind: RecordKind,
  parts: Parts,
  findChunk: (reference: ChunkReference) => IssueChunk,
): AnyRecord[] {
  const path = pathOfKind(kind);
  const content = parts.get(path);
  if (!content) return [];
  if (isTooDeep(content)) throw new FormatError('storage.file.tooDeep');
  return inPart(path, () => {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
    if (kind === 'issueChunk') return chunkReferences.parse(value).map(findChunk);
    const items = path.endsWith('.geojson') ? fromLayer(value) : z.array(z.unknown()).parse(value);
    return items.map((item) => {
      const record = parseRecord(item);
      if (record.kind !== kind) throw new Error(`a ${record.kind} among ${kind}`);
      return record;
    });
  });
}

const chunkReferences = z.array(
  z.object({ kind: z.literal('issueChunk'), id: z.uuid(), part: z.string() }),
);

function checkIdentity(records: readonly AnyRecord[]): void {
  const ids = new Set<string>();
  for (const { id, kind } of records) {
    if (ids.has(id)) {
      throw new FormatError('storage.file.damaged', {
        part: pathOfKind(kind),
        detail: `2 × ${id}`,
      });
    }
    ids.add(id);
  }
  if (records.filter((record) => record.kind === 'project').length !== 1) {
    throw new FormatError('storage.file.damaged', { part: pathOfKind('project'), detail: '≠ 1' });
  }
}

/** Runs `read`; what fails in it is reported as damage of the part. */
function inPart<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof FormatError) throw error;
    throw new FormatError('storage.file.damaged', { part, detail: describe(error) });
  }
}

function describe(error: unknown): string {
  if (error instanceof z.ZodError) {
    const issue = error.issues[0];
    return issue ? `${issue.path.join('.')}: ${issue.message}` : error.message;
  }
  return error instanceof Error ? error.message : String(error);
}
