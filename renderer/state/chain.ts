import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { openChainSession } from '#renderer/jobs/open-chain-session.ts';
import type { ChainEvents, ChainSession } from '#shared/jobs/chain-session/chain-client.ts';
import type { AnswerOf, AskOf, QuestionName } from '#shared/jobs/chain-session/questions.ts';
import { chainKinds } from '#shared/jobs/check.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import { useAsOf } from './as-of.ts';
import { errorText } from './error-text.ts';

interface ChainState {
  /** The session that follows the document; null while there is none. */
  session: ChainSession | null;
  /** Grows with each proof: answers of before may be out of date. */
  turn: number;
  /** The session's worker could not be started, or is gone: nothing is answered until the next check. */
  isLost: boolean;
}

export const useChain = create<ChainState>()(() => ({
  session: null,
  turn: 0,
  isLost: false,
}));

/** Opens the session of the document's records; one that is open is closed first. */
export function openChain(
  records: readonly AnyRecord[],
  on: string,
  events: ChainEvents,
): ChainSession {
  closeChain();
  const session = openChainSession({
    proof: (part) => {
      if (useChain.getState().session !== session) return;
      useChain.setState(({ turn }) => ({ turn: turn + 1 }));
      events.proof(part);
    },
    failed: (error) => {
      if (useChain.getState().session !== session) return;
      useChain.setState({ session: null, isLost: true });
      events.failed(error);
    },
  });
  session.load(
    records.filter(({ kind }) => chainKinds.includes(kind)),
    on,
    Date.now(),
  );
  useChain.setState({ session, isLost: false });
  return session;
}

export function closeChain(): void {
  useChain.getState().session?.close();
  useChain.setState({ session: null });
}

export interface Asked<Name extends QuestionName> {
  /** Null until the first answer is there; then the newest that came for this question. */
  answer: AnswerOf<Name> | null;
  /** A sentence, when the question could not be answered. */
  error: string | null;
}

type When = 'shown' | 'present';

/** The session of the day that the window shows; null is today. */
function shown(
  present: ChainState,
  { day, session, turn }: ReturnType<typeof useAsOf.getState>,
  when: When,
): Pick<ChainState, 'session' | 'turn'> & { day: string | null } {
  return day === null || when === 'present' ? { ...present, day: null } : { session, turn, day };
}

interface Got<Name extends QuestionName> extends Asked<Name> {
  key: string | null;
  day: string | null;
}

/**
 * What the chain says to a question (null: nothing is asked) on the day that the window shows, asked
 * again whenever the document has changed. The answer before stays until the new one is there. What is
 * edited is asked about as the document has it (`present`), whatever day is shown.
 */
export function useAnswer<Name extends QuestionName>(
  name: Name,
  ask: AskOf<Name> | null,
  when: When = 'shown',
): Asked<Name> {
  const { session, turn, day } = shown(useChain(), useAsOf(), when);
  const key = ask === null ? null : JSON.stringify(ask);
  const [got, setGot] = useState<Got<Name>>({ key: null, day: null, answer: null, error: null });
  useEffect(() => {
    void turn;
    if (!session || key === null) return;
    let wanted = true;
    session.ask(name, JSON.parse(key) as AskOf<Name>).then(
      (answer) => wanted && setGot({ key, day, answer, error: null }),
      (error: unknown) => {
        const now = shown(useChain.getState(), useAsOf.getState(), when).session;
        if (wanted && now === session) setGot({ key, day, answer: null, error: errorText(error) });
      },
    );
    return () => {
      wanted = false;
    };
  }, [session, turn, day, when, name, key]);
  return got.key === key && got.day === day ? got : { answer: null, error: null };
}
