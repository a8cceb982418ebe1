import type { HandOver, HandOverSheet, HandOverSide } from '#shared/analysis/hand-over.ts';
import type { ChainPlace } from '#shared/chain/chain-place.ts';
import { issueClassOf } from '#shared/chain/open-issues.ts';
import { areaM2 } from '#shared/geo/area-m2.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { PostLevel } from '#shared/model/post.ts';
import { textAt } from '#shared/model/text-column.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';

/** Somebody who gives up or receives; by names, since people and places may be gone. */
export interface HandOverPerson {
  name: string;
  phone: string;
  unitId: string | null;
}

export interface HandOverParty {
  place: string;
  placeId: string;
  /** Empty: the seat is vacant. */
  people: HandOverPerson[];
}

/** An open issue that goes along. */
export interface HandOverIssue {
  issueClass: string;
  text: string;
  /** Milliseconds since 1970; null without a deadline. */
  dueAt: number | null;
}

/** Something that goes from one hand to another. */
export interface HandOverLine {
  level: PostLevel;
  role: string;
  from: HandOverParty | null;
  to: HandOverParty | null;
  /** m² that change zones, or of the whole place when its seat changes hands; null for points. */
  areaM2: number | null;
  /** Whether the place keeps its ground and only its seat changes hands. */
  isWhole: boolean;
  points: string[];
  issues: HandOverIssue[];
  nextDueAt: number | null;
}

/** A sheet as plain data: lines, and by unit which of them it receives and gives up. */
export interface HandOverLines {
  lines: HandOverLine[];
  units: { unitId: string | null; unit: string | null; receives: number[]; givesUp: number[] }[];
}

function wholeM2(place: ChainPlace): number | null {
  if (place.level === 'point') return null;
  const area = place.level === 'zone' ? zoneGround(place.record) : place.record.geometry;
  return area ? areaM2(area) : null;
}

function partyOf(side: HandOverSide | null): HandOverParty | null {
  return (
    side && {
      place: side.place.name,
      placeId: side.place.id,
      people: side.people.map(({ person, unitId }) => {
        return { name: person.name, phone: person.phone, unitId };
      }),
    }
  );
}

function lineOf(item: HandOver, classNames: ReadonlyMap<string, string>): HandOverLine | null {
  const side = item.to ?? item.from;
  if (!side) return null;
  const isWhole = item.areaM2 === null;
  const issues = item.issues.map((issue): HandOverIssue => {
    const { chunk, index } = issue;
    const key = issueClassOf(issue);
    const due = chunk.dueAt[index] as number;
    return {
      issueClass: classNames.get(key) ?? key,
      text: textAt(chunk, index),
      dueAt: Number.isNaN(due) ? null : due,
    };
  });
  return {
    level: side.place.level,
    role: side.role.name,
    from: partyOf(item.from),
    to: partyOf(item.to),
    areaM2: item.areaM2 ?? wholeM2(side.place),
    isWhole,
    points: item.points.map(({ name }) => name),
    issues: issues.sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity)),
    nextDueAt: item.nextDueAt,
  };
}

/** A hand-over sheet as plain data, units with most to do with it first. */
export function handOverLines(sheet: HandOverSheet, records: DocumentView): HandOverLines {
  const classes = records.all('project')[0]?.schemes.issueClasses ?? [];
  const classNames = new Map(classes.map(({ key, name }) => [key, name]));
  const numbers = new Map<HandOver, number>();
  const lines: HandOverLine[] = [];
  for (const item of sheet.items) {
    const line = lineOf(item, classNames);
    if (line) numbers.set(item, lines.push(line) - 1);
  }
  const of = (items: readonly HandOver[]) => items.flatMap((item) => numbers.get(item) ?? []);
  const units = [...sheet.units].map(([unitId, { receives, givesUp }]) => ({
    unitId,
    unit: unitId === null ? null : (records.find('organisation', unitId)?.name ?? null),
    receives: of(receives),
    givesUp: of(givesUp),
  }));
  const size = (unit: (typeof units)[number]) => unit.receives.length + unit.givesUp.length;
  return { lines, units: units.sort((a, b) => size(b) - size(a)) };
}
