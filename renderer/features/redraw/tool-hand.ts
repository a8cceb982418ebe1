import type { MapHandle } from '#renderer/map/map-view-props.ts';
import type { Ghost } from '#renderer/map/tools/ghost.ts';
import type { ToolInput, ToolPointer } from '#renderer/map/tools/tool-input.ts';
import {
  carryOutEdit,
  lookAtEdit,
  lookAwayFrom,
  useGroundTrial,
} from '#renderer/state/ground-trial.ts';
import { editByGesture } from '#renderer/state/gesture-edit.ts';
import { useView } from '#renderer/state/view.ts';
import type { Document } from '#shared/edits/document.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import { snapCarried } from '#shared/edits/redraw/snap-carried.ts';
import { snapDegrees } from '#shared/geo/grid.ts';
import type { EditOutcome, EditRequest } from '#shared/jobs/try-edit.ts';
import { type LonLat, position } from '#shared/model/primitives.ts';
import type { SnapTarget } from '#shared/topology/redraw/snap.ts';
import { lineGhost, pointGhost } from './line-ghost.ts';
import { seesBaseUnits } from './sees-base-units.ts';
import {
  type Allowances,
  type Gesture,
  type Place,
  type Proposal,
  type Tool,
  type ToolContext,
  type ToolEvent,
  type Words,
  wordsOf,
} from './tool.ts';
import { useTools } from './tool-store.ts';
import { Trial, type Verdict, verdictOf } from './trial.ts';

/** Corners of a zone are apart on the screen from this zoom on. */
const leastZoomForKeys = 16.5;

const settledBorder = 'edit.redraw.refused.settledBorder';

/**
 * The hand that holds the tool: it tells the gesture of pointer and keys, shows what the gesture would
 * do, and carries it out when the gesture is over. What is stored is always what was last released.
 */
export class ToolHand implements ToolInput {
  private readonly document: Document;
  private readonly map: () => MapHandle | null;
  private readonly onRefused: (reason: Words) => void;
  private readonly trial: Trial;
  private gesture: Gesture | null = null;
  private verdict: Verdict = { state: 'none' };
  private place: Place | null = null;
  private isCarryingOut = false;
  /** What it has asked to look at. */
  private looked: EditRequest | null = null;
  private snapDrawn: SnapTarget | null = null;

  /** @param onRefused told why an edit was not made */
  constructor(document: Document, map: () => MapHandle | null, onRefused: (reason: Words) => void) {
    this.document = document;
    this.map = map;
    this.onRefused = onRefused;
    this.trial = new Trial(document, map, (verdict) => {
      this.verdict = verdict;
      this.draw();
    });
  }

  /** Whatever else changes the document ends the gesture from now on. The function answered puts everything away. */
  follow(): () => void {
    const stop = this.document.subscribe(() => {
      if (!this.isCarryingOut) this.restart();
    });
    const stopTrial = useGroundTrial.subscribe(({ shown }, before) => {
      if (shown !== before.shown && this.gesture?.request) this.judge(shown);
    });
    return () => {
      stop();
      stopTrial();
      this.take(null);
    };
  }

  /** Takes a tool in hand, or (null) puts it away. */
  take(tool: Tool | null): void {
    this.trial.clear();
    this.look(null);
    this.verdict = { state: 'none' };
    this.place = null;
    this.gesture = tool?.take(() => this.context()) ?? null;
    this.refresh();
  }

  /** Takes a tool for one gesture of a handle, unless it is in hand already. */
  borrow(tool: Tool): void {
    const { activeId, question } = useTools.getState();
    if (question) this.answer(null);
    if (activeId === tool.id) return;
    this.take(tool);
    useTools.setState({ borrowedId: tool.id });
  }

  /** Gives back what was borrowed, unless something about it is asked still. */
  giveBack(): void {
    const { borrowedId, question } = useTools.getState();
    if (borrowedId === null || question) return;
    this.take(null);
    useTools.setState({ borrowedId: null });
  }

  /** Where what is held is now; null when nothing is. */
  where(): LonLat | null {
    return this.gesture?.where() ?? null;
  }

  /** Lets go of what is held, wherever it is. */
  drop(): void {
    const at = this.place;
    if (this.gesture?.isHolding && at) this.tell({ type: 'release', at });
    else this.tell({ type: 'finish' });
  }

  hover(at: ToolPointer | null): void {
    // What is asked about stays as it was released.
    if (useTools.getState().question) return;
    this.place = at && this.placeOf(at);
    this.tell({ type: 'hover', at: this.place });
  }

  press(at: ToolPointer): boolean {
    if (useTools.getState().question) this.answer(null);
    this.tell({ type: 'press', at: this.placeOf(at) });
    return this.gesture?.isHolding ?? false;
  }

  drag(at: ToolPointer): void {
    this.tell({ type: 'drag', at: this.placeOf(at) });
  }

  release(at: ToolPointer): void {
    this.tell({ type: 'release', at: this.placeOf(at) });
  }

  click(at: ToolPointer): void {
    this.tell({ type: 'click', at: this.placeOf(at) });
  }

  cancel(): void {
    this.restart();
  }

  finish(): void {
    this.tell({ type: 'finish' });
  }

  /** Begins the gesture anew; nothing of it is left. */
  restart(): void {
    this.gesture?.restart();
    this.refresh();
  }

  /** One step back. False when there was none to take back. */
  back(): boolean {
    if (useTools.getState().question) {
      this.answer(null);
      return true;
    }
    if (!this.gesture?.canStepBack) return false;
    this.tell({ type: 'back' });
    return true;
  }

  /** Anything else that happens to the gesture. Answers whether it meant something. */
  tell(event: ToolEvent): boolean {
    const { gesture } = this;
    if (!gesture) return false;
    const changed = gesture.tell(event);
    if (event.type === 'step') this.bringIntoView(gesture.where());
    if (!gesture.isComplete) {
      if (changed) this.refresh();
      else if (!sameRecord(this.snapShown(), this.snapDrawn)) this.draw();
      return changed;
    }
    if (gesture.request) {
      const request = gesture.request(this.allowances());
      if (request) this.carryOutRequest(request, event);
      else this.restart();
      return true;
    }
    const proposal = gesture.proposal();
    if (!proposal) this.restart();
    else this.carryOut(proposal, event, this.allowances());
    return true;
  }

  /** The planner has said what is to become of a settled border; null: nothing is changed. */
  answer(levels: Allowances['levels'] | null): void {
    const { question } = useTools.getState();
    useTools.setState({ question: null });
    if (question && levels) {
      this.carryOut(question.proposal, null, { ...this.allowances(), levels });
    } else this.restart();
    this.giveBack();
  }

  /** Gives the keyboard back to the map. */
  focusMap(): void {
    this.map()?.focus();
  }

  /** Where typed lengths are measured from. */
  anchor(): ReturnType<Gesture['anchor']> {
    return this.gesture?.anchor() ?? null;
  }

  private bringIntoView(at: LonLat | null): void {
    const map = this.map();
    if (map && at) map.flyToPosition(at, Math.max(leastZoomForKeys, map.getCamera().zoom));
  }

  private carryOut(proposal: Proposal, event: ToolEvent | null, allowances: Allowances): void {
    this.isCarryingOut = true;
    const reason = this.trial.carryOut(proposal, allowances);
    this.isCarryingOut = false;
    if (reason?.key === settledBorder) {
      // What is to become is shown while the question stands.
      useTools.setState({ question: { proposal, reason } });
      this.gesture?.untell();
      this.refresh();
      return;
    }
    if (reason) this.onRefused(reason);
    // A line of several clicks can be mended; a drag is over.
    if (reason && event && event.type !== 'release') this.gesture?.untell();
    else this.gesture?.restart();
    this.refresh();
  }

  /** Like `carryOut`, but worked out beside the window: the next gesture may begin meanwhile. */
  private carryOutRequest(request: EditRequest, event: ToolEvent): void {
    const { gesture } = this;
    const isDrag = event.type === 'release';
    // A drag is over whatever comes of it; what was clicked together can be mended when it is refused.
    if (isDrag) gesture?.restart();
    else gesture?.untell();
    const done = carryOutEdit(request, (apply) => {
      this.isCarryingOut = true;
      const result = editByGesture(apply);
      this.isCarryingOut = false;
      return result;
    });
    if (isDrag) this.refresh();
    void done.then((result) => {
      if (!result) return;
      if ('refused' in result) this.onRefused(wordsOf(result));
      if (!isDrag && !('refused' in result) && gesture === this.gesture) gesture?.restart();
      this.refresh();
    });
  }

  /** What the worker says of the gesture. */
  private judge(outcome: EditOutcome | null): void {
    this.verdict = outcome ? verdictOf(outcome) : { state: 'none' };
    this.draw();
  }

  /** Looks at what the gesture asks for; what somebody else looks at is left to them. */
  private look(request: EditRequest | null): void {
    if (request) lookAtEdit(request);
    else if (this.looked) lookAwayFrom(this.looked);
    this.looked = request;
  }

  /** Shows the gesture as it is; with what the planner has set meanwhile. */
  refresh(): void {
    const { gesture } = this;
    if (gesture?.request) {
      const request = gesture.request(this.allowances());
      this.look(request);
      if (!request) this.judge(null);
      else this.draw();
    } else this.trial.show(gesture?.proposal() ?? null, this.allowances());
    const { hint, mayType } = useTools.getState();
    const words = this.gesture?.hint() ?? null;
    const typing = this.anchor() !== null;
    if (!sameRecord(hint, words) || typing !== mayType) {
      useTools.setState({ hint: words, mayType: typing });
    }
  }

  /** What draws the pointer to it now. */
  private snapShown(): SnapTarget | null {
    return this.gesture?.snapping() ? (this.place?.snap ?? null) : null;
  }

  private draw(): void {
    const { gesture, verdict } = this;
    const ghosts: Ghost[] = gesture ? [...this.trial.ghosts, ...gesture.ghosts()] : [];
    const snap = this.snapShown();
    this.snapDrawn = snap;
    if (snap) {
      ghosts.push(pointGhost('snap', snap.at));
      if (snap.edge) ghosts.push(lineGhost('old', snap.edge));
    }
    const reason = verdict.state === 'refused' ? verdict.reason : null;
    this.map()?.showGhost(ghosts, reason !== null);
    const { refusal } = useTools.getState();
    if (!sameRecord(refusal, reason)) useTools.setState({ refusal: reason });
  }

  private placeOf({ position: exact, reach, alt, shift }: ToolPointer): Place {
    const [x, y] = exact;
    const wish = this.gesture?.snapping() ?? null;
    const sees = seesBaseUnits(reach);
    const drawn =
      wish && !alt
        ? snapCarried(this.document, exact, reach, wish.without, wish.carried, sees)
        : null;
    const at = position.safeParse([snapDegrees(x), snapDegrees(y)]).data;
    const snap = drawn?.snap ?? null;
    const on = drawn?.position ?? at ?? exact;
    this.place = { position: on, exact, reach, snap, shift, seesBaseUnits: sees };
    return this.place;
  }

  private context(): ToolContext {
    const { settings } = useTools.getState();
    return { document: this.document, selectedId: useView.getState().selectedId, settings };
  }

  private allowances(): Allowances {
    return useTools.getState().allowances;
  }
}
