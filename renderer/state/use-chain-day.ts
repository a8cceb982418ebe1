import { useAsOf } from './as-of.ts';
import { useToday } from './use-today.ts';

/** The day (`YYYY-MM-DD`) whose chain the window shows. */
export function useChainDay(): string {
  const today = useToday();
  return useAsOf((state) => state.day) ?? today;
}
