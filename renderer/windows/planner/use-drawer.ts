import { useCallback, useMemo, useState } from 'react';
import type { PlannerTab } from './planner-tabs.tsx';

/** Which table is below the map, whether it is open, and which proof's findings it is narrowed to. */
export function useDrawer() {
  const [tab, setTab] = useState<PlannerTab>('findings');
  const [open, setOpen] = useState(true);
  const [focusTurn, setFocusTurn] = useState(0);
  const [proof, setProof] = useState<'horizontal' | 'vertical' | null>(null);

  /** Brings up the findings; of one proof when it is named, else as they were narrowed before. */
  const showFindings = useCallback((which?: 'horizontal' | 'vertical') => {
    if (which) setProof(which);
    setTab('findings');
    setOpen(true);
  }, []);
  /** Brings up a table and puts the keys into it. */
  const focusTable = useCallback((key: PlannerTab) => {
    setTab(key);
    setOpen(true);
    setFocusTurn((turn) => turn + 1);
  }, []);
  const chooseTab = useCallback((key: PlannerTab) => {
    setTab(key);
    setProof(null);
  }, []);
  return useMemo(
    () => ({ tab, open, focusTurn, proof, setOpen, showFindings, focusTable, chooseTab }),
    [tab, open, focusTurn, proof, showFindings, focusTable, chooseTab],
  );
}
