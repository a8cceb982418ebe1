import { useMemo } from 'react';
import { campaignFigures } from '#shared/analysis/campaign-figures.ts';
import { onTimeRate } from '#shared/analysis/on-time-rate.ts';
import { openByStreet } from '#shared/analysis/open-by-street.ts';
import type { Document } from '#shared/edits/document.ts';

const latestShown = 20;
const monthsShown = 12;

/** The figures of the wall; made anew when the document changes and once a minute. */
export function useWallFigures(document: Document, revision: number, minute: number) {
  return useMemo(() => {
    void revision;
    const now = minute * 60_000;
    const chunks = document.all('issueChunk');
    const offset = document.all('project')[0]?.utcOffsetMinutes ?? 0;
    return {
      campaign: campaignFigures(chunks, now, offset, latestShown),
      rates: onTimeRate(chunks, now, offset, monthsShown),
      streets: openByStreet(document.all('street'), chunks, now),
    };
  }, [document, revision, minute]);
}
