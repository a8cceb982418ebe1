import { create } from 'zustand';
import { openChainSession } from '#renderer/jobs/open-chain-session.ts';
import { recordsAsOf } from '#shared/edits/records-as-of.ts';
import { recordsIn } from '#shared/edits/patch.ts';
import type { ChainSession } from '#shared/jobs/chain-session/chain-client.ts';
import { chainKinds } from '#shared/jobs/check.ts';
import { endOfDay, localDay } from '#shared/model/local-day.ts';
import { errorText } from './error-text.ts';
import { useProject } from './project.ts';

interface AsOf {
  /** The day whose chain is shown (`YYYY-MM-DD`); null: today's, as the document stands. */
  day: string | null;
  /** The session of that day; null while it is today or cannot be had. */
  session: ChainSession | null;
  /** Grows with each proof of the session. */
  turn: number;
  /** A sentence, when the day cannot be shown. */
  error: string | null;
}

const today: AsOf = { day: null, session: null, turn: 0, error: null };

/** Which day's chain the window shows. */
export const useAsOf = create<AsOf>()(() => today);

let stopFollowing: () => void = () => {};

/**
 * Shows the chain of a day: of one that is over with the records as they stood at its end, of one
 * to come with those of now. Null, or today, brings back the present.
 */
export function showDay(day: string | null): void {
  close();
  const { document, stored, project, history } = useProject.getState();
  if (!document || !stored || !project) return;
  const now = localDay(Date.now(), project.utcOffsetMinutes);
  if (day === null || day === now) return;
  const end = endOfDay(day, project.utcOffsetMinutes);
  const isPast = day < now;
  const all = isPast ? recordsAsOf(stored.everything(), history, end) : [...document.everything()];
  const session = openChainSession({
    proof: () => {
      if (useAsOf.getState().session === session)
        useAsOf.setState(({ turn }) => ({ turn: turn + 1 }));
    },
    failed: (error) => {
      if (useAsOf.getState().session !== session) return;
      useAsOf.setState({ session: null, error: errorText(error) });
    },
  });
  session.load(
    all.filter(({ kind }) => chainKinds.includes(kind)),
    day,
    end,
  );
  useAsOf.setState({ day, session, error: null });
  if (isPast) return;
  stopFollowing = document.subscribe((patch) => {
    const { put, removed } = recordsIn(patch, chainKinds);
    if (put.length + removed.length === 0) return;
    session.change(put, removed);
    session.tell();
  });
}

function close(): void {
  stopFollowing();
  stopFollowing = () => {};
  useAsOf.getState().session?.close();
  useAsOf.setState(today);
}

useProject.subscribe((now, before) => {
  if (now.document !== before.document) close();
});
