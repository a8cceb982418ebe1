import type { Finding } from '#shared/checks/finding.ts';
import { sameRecord } from '#shared/edits/same-record.ts';

/** What is not as it was told before: findings that are new or otherwise, and ids of those that are gone. */
export interface FindingsNews {
  put: Finding[];
  removed: string[];
}

/** Remembers what was told of findings, so that only what differs is told again. */
export class ToldFindings {
  private told = new Map<string, Finding>();

  /** All that was told, and not taken back. */
  get all(): Finding[] {
    return [...this.told.values()];
  }

  /** How findings differ from what was told; they count as told then. */
  newsOf(findings: readonly Finding[]): FindingsNews {
    const put = findings.filter((finding) => {
      const known = this.told.get(finding.id);
      return !known || !sameRecord(known, finding);
    });
    const now = new Map(findings.map((finding) => [finding.id, finding]));
    const removed = [...this.told.keys()].filter((id) => !now.has(id));
    this.told = now;
    return { put, removed };
  }

  forget(): void {
    this.told = new Map();
  }
}

/** The other end: the findings as they were told, as one list that stays the same until there is news. */
export class HeardFindings {
  private readonly byId = new Map<string, Finding>();
  private listed: Finding[] = [];

  get list(): Finding[] {
    return this.listed;
  }

  take({ put, removed }: FindingsNews): void {
    if (put.length + removed.length === 0) return;
    for (const id of removed) this.byId.delete(id);
    for (const finding of put) this.byId.set(finding.id, finding);
    this.listed = [...this.byId.values()];
  }

  forget(): void {
    this.byId.clear();
    this.listed = [];
  }
}
