import { useEffect, useRef, useState } from 'react';
import { useChain } from '#renderer/state/chain.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { useProject } from '#renderer/state/project.ts';
import { groundLog, type RedrawnDay } from '#shared/edits/ground-log.ts';
import type { AskOf } from '#shared/jobs/chain-session/questions.ts';
import type { LedgerAnswer } from '#shared/jobs/chain-session/questions/ledger.ts';

/** Whether two logs say the same; records never change in place. */
function alike(a: readonly RedrawnDay[], b: readonly RedrawnDay[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ day, before }, i) => {
      const other = b[i];
      return (
        other?.day === day &&
        other.before.length === before.length &&
        before.every(([id, record], k) => {
          return other.before[k]?.[0] === id && other.before[k][1] === record;
        })
      );
    })
  );
}

/**
 * The ledger as the session of the present day makes it, with the ground of each day from the log of
 * edits; asked again when either changes.
 */
export function useLedger(ask: AskOf<'ledger'>): {
  answer: LedgerAnswer | null;
  error: string | null;
} {
  const { session, turn } = useChain();
  const history = useProject((state) => state.history);
  const offset = useProject((state) => state.project?.utcOffsetMinutes ?? 0);
  const known = useRef<{ session: unknown; log: readonly RedrawnDay[] }>({
    session: null,
    log: [],
  });
  const key = JSON.stringify(ask);
  const [got, setGot] = useState<{ answer: LedgerAnswer | null; error: string | null }>({
    answer: null,
    error: null,
  });
  useEffect(() => {
    void turn;
    if (!session) return;
    let wanted = true;
    const log = groundLog(history, offset);
    if (known.current.session !== session || !alike(known.current.log, log)) {
      known.current = { session, log };
      // Told before the question; if it cannot be, the question will say why.
      session.ask('groundLog', log).catch(() => undefined);
    }
    session.ask('ledger', JSON.parse(key) as AskOf<'ledger'>).then(
      (answer) => wanted && setGot({ answer, error: null }),
      (error: unknown) => {
        if (wanted && useChain.getState().session === session) {
          setGot({ answer: null, error: errorText(error) });
        }
      },
    );
    return () => {
      wanted = false;
    };
  }, [session, turn, history, offset, key]);
  return got;
}
