import type { ChosenBorder } from '#renderer/state/borders.ts';
import { borderFits, type BordersAnswer } from '#shared/jobs/chain-session/questions/borders.ts';
import type { Border } from '#shared/model/border.ts';
import type { DocumentView } from '#shared/model/document-view.ts';

/** State of a line of the register, most urgent first. */
export const borderStates = ['disputed', 'moved', 'apart', 'settled', 'open'] as const;
export type BorderState = (typeof borderStates)[number];

/** What the list may be narrowed to. */
export const borderShows = ['all', 'disputed', 'changed', 'registered', 'open'] as const;
export type BorderShow = (typeof borderShows)[number];

/**
 * The register as the session told it, read row by row: there may be many more than are on the screen,
 * so nothing is made of a row until it is asked for.
 */
export class BorderRows {
  readonly count: number;
  readonly states: Uint8Array;
  private readonly answer: BordersAnswer;
  private readonly document: DocumentView;

  constructor(answer: BordersAnswer, document: DocumentView) {
    this.answer = answer;
    this.document = document;
    this.count = answer.border.length;
    this.states = Uint8Array.from({ length: this.count }, (_, row) =>
      borderStates.indexOf(this.stateOf(row)),
    );
  }

  entry(row: number): Border | undefined {
    const place = this.answer.border[row] as number;
    return place < 0 ? undefined : this.document.find('border', this.answer.borderIds[place] ?? '');
  }

  parties(row: number): [string, string] {
    const { areaIds, first, second } = this.answer;
    return [areaIds[first[row] as number] ?? '', areaIds[second[row] as number] ?? ''];
  }

  name(row: number, side: 0 | 1): string {
    const record = this.document.get(this.parties(row)[side]);
    return record && 'name' in record ? record.name : '';
  }

  /** Place of a party's name in the order of all names. */
  nameRank(row: number, side: 0 | 1): number {
    const places = side === 0 ? this.answer.first : this.answer.second;
    return this.answer.nameRank[places[row] as number] as number;
  }

  state(row: number): BorderState {
    return borderStates[this.states[row] as number] as BorderState;
  }

  lengthM(row: number): number {
    return this.answer.lengthM[row] as number;
  }

  issues(row: number): number {
    return this.answer.issues[row] as number;
  }

  chosen(row: number): ChosenBorder {
    return { partyIds: this.parties(row), borderId: this.entry(row)?.id ?? null };
  }

  key(row: number): string {
    return keyOfBorder(this.chosen(row));
  }

  /** Rows that belong to one way of narrowing, in the order of the register. */
  shown(show: BorderShow): number[] {
    const rows: number[] = [];
    for (let row = 0; row < this.count; row++) if (belongs(show, this.state(row))) rows.push(row);
    return rows;
  }

  private stateOf(row: number): BorderState {
    const entry = this.entry(row);
    if (!entry) return 'open';
    const fit = borderFits[this.answer.fit[row] as number];
    if (fit === 'moved' || fit === 'apart') return fit;
    return entry.disputed ? 'disputed' : 'settled';
  }
}

/** Key of a border in lists. */
export function keyOfBorder({ partyIds, borderId }: ChosenBorder): string {
  return borderId ?? partyIds.toSorted().join(' ');
}

/** Whether a state belongs to one way of narrowing the list. */
export function belongs(show: BorderShow, state: BorderState): boolean {
  switch (show) {
    case 'all':
      return true;
    case 'disputed':
    case 'open':
      return state === show;
    case 'changed':
      return state === 'moved' || state === 'apart';
    case 'registered':
      return state !== 'open';
  }
}
