import { sameRecord } from '#shared/edits/same-record.ts';
import { borderLines } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Lock } from '#shared/model/lock.ts';
import type { LonLat } from '#shared/model/primitives.ts';

/** The lock on a zone's ground; undefined when it is free. */
export function zoneLock(document: DocumentView, zoneId: string): Lock | undefined {
  return document.all('lock').find(({ what }) => what.of === 'zone' && what.zoneId === zoneId);
}

/** The lock on all but some zones; undefined when there is none. */
export function outsideLock(document: DocumentView): Lock | undefined {
  return document.all('lock').find(({ what }) => what.of === 'outside');
}

/** The lock on just this stretch of border, in whichever direction it is drawn. */
export function borderLock(document: DocumentView, line: readonly LonLat[]): Lock | undefined {
  return document.all('lock').find(({ what }) => {
    if (what.of !== 'border') return false;
    return borderLines(what).some(
      (each) => sameRecord(each, line) || sameRecord(each, [...line].reverse()),
    );
  });
}
