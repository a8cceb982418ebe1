/** How a check stays polite while it runs: it tells how far it is and lets others have a turn. */
export interface CheckContext {
  /** Fraction done, 0 to 1. */
  progress(fraction: number): void;
  /** Lets other messages be handled. @throws the signal's reason once the check was cancelled. */
  breathe(): Promise<void>;
}

const turnMs = 25;

/** A turn for others whenever {@link turnMs} have passed: cheap enough to be asked in inner loops. */
export class Pace {
  private readonly context: CheckContext;
  private readonly from: number;
  private readonly to: number;
  /** When others last had a turn; one clock for all parts of the work. */
  private readonly clock: { last: number };

  /** Reports progress between the fractions `from` and `to`. */
  constructor(context: CheckContext, from = 0, to = 1, clock = { last: performance.now() }) {
    this.context = context;
    this.from = from;
    this.to = to;
    this.clock = clock;
  }

  /** The same pace for a part of the work, between fractions of this one. */
  part(from: number, to: number): Pace {
    const span = this.to - this.from;
    const [start, end] = [this.from + span * from, this.from + span * to];
    return new Pace(this.context, start, end, this.clock);
  }

  /** Call after each small step, with the share of this part that is done. */
  async step(done: number, total: number): Promise<void> {
    if (performance.now() - this.clock.last < turnMs) return;
    this.context.progress(this.from + ((this.to - this.from) * done) / Math.max(1, total));
    await this.context.breathe();
    this.clock.last = performance.now();
  }
}
