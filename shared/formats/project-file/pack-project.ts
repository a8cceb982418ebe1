import type { AuditRow } from '#shared/edits/audit.ts';
import { issueChunksInRow } from '#shared/edits/issue-chunks-in-row.ts';
import type { IssueChunk } from '#shared/model/issue-chunk.ts';
import {
  type AnyRecord,
  type RecordKind,
  type RecordOf,
  recordKinds,
} from '#shared/model/record.ts';
import { writeArchive } from './archive.ts';
import { type ChunkReference, toAuditLines } from './audit-lines.ts';
import { encodeIssueChunk } from './issue-columns.ts';
import { layerKinds, toLayer } from './layers.ts';
import { type Manifest, manifestPath, sha256, versionFor } from './manifest.ts';

/** Path in the archive of the records of one kind. */
export function pathOfKind(kind: RecordKind): string {
  const isLayer = (layerKinds as readonly RecordKind[]).includes(kind);
  return isLayer ? `layers/${kind}.geojson` : `records/${kind}.json`;
}

export const auditPath = 'audit.jsonl';

/**
 * Packs a project into one file, `*.hengzong`: a zip (deflate) with
 *
 *     manifest.json              format, formatVersion, project, counts, size and SHA-256 of each part
 *     layers/<kind>.geojson      district, street, community, zone, point, exception, border,
 *                                baseUnit: FeatureCollections in WGS84 degrees; `properties` hold the rest
 *     records/<kind>.json        project, person, organisation, post, team, dutyList, scene: arrays;
 *                                issueChunk: references to the parts that hold the issues
 *     issues/<hash>.bin          issues as columns (see issue-columns.ts), named by their content, so
 *                                that a chunk and the audit row that added it share one part
 *     audit.jsonl                the audit log, one row per line, oldest first
 *
 * A kind without records has no part. The order of records is kept. The same records and rows give
 * the same bytes.
 * @throws Error when `records` do not hold exactly one project.
 */
export async function packProject(
  records: Iterable<AnyRecord>,
  audit: readonly AuditRow[] = [],
): Promise<Uint8Array<ArrayBuffer>> {
  const byKind = new Map<RecordKind, AnyRecord[]>(recordKinds.map((kind) => [kind, []]));
  for (const record of records) byKind.get(record.kind)?.push(record);
  const projects = byKind.get('project') as RecordOf<'project'>[];
  const project = projects[0];
  if (!project || projects.length > 1) throw new Error('a project file holds exactly one project');

  const issueParts = await packIssueParts(byKind.get('issueChunk') as IssueChunk[], audit);
  const refer = (chunk: IssueChunk): ChunkReference => ({
    kind: 'issueChunk',
    id: chunk.id,
    part: issueParts.pathOf.get(chunk) as string,
  });
  const encoder = new TextEncoder();
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  const version = versionFor([...byKind.values()].flat(), audit);
  const counts: Manifest['counts'] = { audit: audit.length };
  for (const kind of recordKinds) {
    const list = byKind.get(kind) ?? [];
    // Older versions do not know the kind.
    if (kind === 'baseUnit' && version < 3) continue;
    counts[kind] = list.length;
    if (list.length === 0) continue;
    const path = pathOfKind(kind);
    const content =
      kind === 'issueChunk'
        ? (list as IssueChunk[]).map(refer)
        : path.endsWith('.geojson')
          ? toLayer(list)
          : list;
    parts.set(path, encoder.encode(JSON.stringify(content)));
  }
  for (const [path, bytes] of issueParts.parts) parts.set(path, bytes);
  if (audit.length > 0) {
    parts.set(auditPath, encoder.encode(`${toAuditLines(audit, refer).join('\n')}\n`));
  }

  const described: Manifest['parts'] = [];
  for (const [path, bytes] of parts) {
    described.push({ path, bytes: bytes.length, sha256: await sha256(bytes) });
  }
  const manifest: Manifest = {
    format: 'hengzong',
    formatVersion: version,
    project: { id: project.id, name: project.name },
    counts,
    parts: described,
  };
  const first = encoder.encode(`${JSON.stringify(manifest, null, 2)}\n`);
  return writeArchive(new Map([[manifestPath, first], ...parts]));
}

/** Every chunk, living or in the log, encoded once per content. */
async function packIssueParts(living: readonly IssueChunk[], audit: readonly AuditRow[]) {
  const chunks = new Set<IssueChunk>(living);
  for (const row of audit) for (const chunk of issueChunksInRow(row)) chunks.add(chunk);
  const pathOf = new Map<IssueChunk, string>();
  const parts = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const chunk of chunks) {
    const bytes = encodeIssueChunk(chunk);
    const path = `issues/${(await sha256(bytes)).slice(0, 32)}.bin`;
    pathOf.set(chunk, path);
    parts.set(path, bytes);
  }
  return { pathOf, parts };
}
