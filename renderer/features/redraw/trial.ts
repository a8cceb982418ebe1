import type { MapHandle } from '#renderer/map/map-view-props.ts';
import type { Ghost } from '#renderer/map/tools/ghost.ts';
import { previewGround } from '#renderer/state/findings.ts';
import { editByGesture } from '#renderer/state/gesture-edit.ts';
import { edit } from '#renderer/state/project-actions.ts';
import { showTrialZones } from '#renderer/state/trial-zones.ts';
import { runCommand } from '#shared/edits/run-command.ts';
import type { Document } from '#shared/edits/document.ts';
import { changesOf, type Patch } from '#shared/edits/patch.ts';
import type { Refusal } from '#shared/edits/redraw/refusal.ts';
import { positionCount } from '#shared/geo/position-count.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { type Allowances, type Proposal, type Words, wordsOf } from './tool.ts';

/** Script that a preview may take in a frame, in milliseconds. */
const frameBudgetMs = 6;
/** Where the verdict takes longer it waits until the pointer rests so long. */
const restMs = 60;

/**
 * Of more positions than this what a proposal makes is copied to map and checks only when the pointer rests: at
 * each frame the ghost of the moved lines shows where it goes.
 */
const mostCopied = 10_000;

/** Whether a proposal can be carried out: `open` while it is not known yet. */
export type Verdict = { state: 'open' | 'none' | 'fine' } | { state: 'refused'; reason: Words };

const isGround = ({ kind }: AnyRecord): boolean =>
  kind === 'zone' || kind === 'street' || kind === 'community' || kind === 'exception';

function isHeavy(patch: Patch): boolean {
  const size = changesOf(patch).reduce(
    (sum, [, to]) =>
      sum + (to && isGround(to) && 'geometry' in to ? positionCount(to.geometry!) : 0),
    0,
  );
  return size > mostCopied;
}

/**
 * Shows on the map and in the findings what a proposal would do. Nothing is stored: the document knows
 * nothing of it until it is carried out. What breaks a rule is shown all the same, and the verdict says so.
 */
export class Trial {
  private readonly document: Document;
  private readonly map: () => MapHandle | null;
  private readonly onVerdict: (verdict: Verdict) => void;
  /** Records that are shown as they are not, or that are not there. */
  private readonly shown = new Set<string>();
  /** What was told last of how records are; the same is not told twice. */
  private told: readonly (AnyRecord | null)[] = [];
  private verdictMs = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private copying: ReturnType<typeof setTimeout> | undefined;
  /** Ground of zones that are not there yet, which the map does not know. */
  ghosts: Ghost[] = [];

  constructor(
    document: Document,
    map: () => MapHandle | null,
    onVerdict: (verdict: Verdict) => void,
  ) {
    this.document = document;
    this.map = map;
    this.onVerdict = onVerdict;
  }

  /** Shows what a proposal would do; null shows the document. */
  show(proposal: Proposal | null, allowances: Allowances): void {
    this.stopWaiting();
    if (!proposal) {
      this.showPatch(null);
      this.onVerdict({ state: 'none' });
      return;
    }
    const begin = performance.now();
    // Where it goes is seen at once, wherever it goes.
    const levels = allowances.levels === 'refuse' ? 'stay' : allowances.levels;
    const forced = runCommand(this.document, proposal, {
      levels,
      allowInvalid: true,
      beyondLevels: true,
    });
    const patch = 'patch' in forced ? forced.patch : null;
    if (patch && isHeavy(patch)) this.copying = setTimeout(() => this.showPatch(patch), restMs);
    else this.showPatch(patch);
    if ('refused' in forced) return this.onVerdict(verdictOf(forced));
    const judge = () => {
      const start = performance.now();
      const verdict = verdictOf(runCommand(this.document, proposal, allowances));
      this.verdictMs = performance.now() - start;
      this.onVerdict(verdict);
    };
    if (performance.now() - begin + this.verdictMs <= frameBudgetMs) return judge();
    this.onVerdict({ state: 'open' });
    this.timer = setTimeout(judge, restMs);
  }

  /** Makes a proposal an edit. Answers why not; the document is shown then. */
  carryOut(proposal: Proposal, allowances: Allowances): Words | null {
    this.stopWaiting();
    const result = editByGesture(() => edit(proposal, allowances));
    if ('refused' in result) {
      this.showPatch(null);
      return wordsOf(result);
    }
    // The map and the findings have taken up what changed; the rest goes back.
    this.told = [];
    for (const [from, to] of changesOf(result.patch)) this.shown.delete((to ?? from)!.id);
    this.showPatch(null);
    return null;
  }

  /** Shows the document. */
  clear(): void {
    this.stopWaiting();
    this.showPatch(null);
  }

  private stopWaiting(): void {
    clearTimeout(this.timer);
    clearTimeout(this.copying);
  }

  private showPatch(patch: Patch | null): void {
    const put: AnyRecord[] = [];
    const gone: AnyRecord[] = [];
    const now = new Set<string>();
    this.ghosts = [];
    for (const [from, to] of patch ? changesOf(patch) : []) {
      const record = (to ?? from)!;
      if (!isGround(record)) continue;
      now.add(record.id);
      (to ? put : gone).push(record);
      const geometry = !from && to?.kind === 'zone' ? zoneGround(to) : null;
      if (geometry) this.ghosts.push({ part: 'area', geometry });
    }
    for (const id of this.shown) {
      if (now.has(id)) continue;
      const record = this.document.get(id);
      if (record) put.push(record);
      else gone.push({ id, kind: 'zone' } as Zone);
    }
    this.shown.clear();
    for (const id of now) this.shown.add(id);
    const told = [...put, null, ...gone];
    const isTold = told.length === this.told.length && told.every((one, i) => one === this.told[i]);
    if (put.length + gone.length === 0 || isTold) return;
    this.told = told;
    const zones = put.filter((record): record is Zone => record.kind === 'zone');
    this.map()?.previewZones(
      zones,
      gone.map(({ id }) => id),
    );
    previewGround(put, gone);
    showTrialZones(patch);
  }
}

/** What the outcome of a trial says of what was tried. */
export function verdictOf(outcome: object | Refusal): Verdict {
  return 'refused' in outcome ? { state: 'refused', reason: wordsOf(outcome) } : { state: 'fine' };
}
