import { useEffect, useState } from 'react';
import { useChain } from '#renderer/state/chain.ts';
import { errorText } from '#renderer/state/error-text.ts';
import { useProject } from '#renderer/state/project.ts';
import type { RecordsThen } from '#shared/edits/records-before.ts';
import { otherwiseIn } from '#shared/edits/scenario/zones-between.ts';
import type { HandOverLines } from '#shared/jobs/chain-session/hand-over-lines.ts';
import { type HandOverChoice, handOverStates } from './hand-over-states.ts';

interface Made {
  sheet: HandOverLines | null;
  /** A sentence, when it could not be made. */
  error: string | null;
}

/** The sheet of a choice, made by the chain session; null while it is being made, or nothing is chosen. */
export function useHandOverSheet(choice: HandOverChoice | null): Made {
  const session = useChain((state) => state.session);
  const history = useProject((state) => state.history);
  const offset = useProject((state) => state.project?.utcOffsetMinutes ?? 0);
  const [made, setMade] = useState<Made>({ sheet: null, error: null });
  const key = choice && JSON.stringify(choice);
  useEffect(() => {
    setMade({ sheet: null, error: null });
    if (!session || key === null) return;
    let wanted = true;
    const states = handOverStates(history, JSON.parse(key) as HandOverChoice, offset);
    // The log is that of the plan in force, whatever plan the window and its session show.
    const { document, stored } = useProject.getState();
    const base = document && stored ? otherwiseIn(document.all('zone'), stored.all('zone')) : [];
    const onto = (then: RecordsThen): RecordsThen => [...new Map([...base, ...then])];
    const { before, after } = states;
    session.ask('handOver', { ...states, before: onto(before), after: onto(after) }).then(
      (sheet) => wanted && setMade({ sheet, error: null }),
      (error: unknown) => wanted && setMade({ sheet: null, error: errorText(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [session, history, offset, key]);
  return made;
}
