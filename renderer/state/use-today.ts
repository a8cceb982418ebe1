import { useClock } from '#renderer/ui/use-clock.ts';
import { localDay } from '#shared/model/local-day.ts';
import { useProject } from './project.ts';

/** Today (`YYYY-MM-DD`) on the clock of the open project's district; turns over at its midnight. */
export function useToday(): string {
  const offset = useProject((state) => state.project?.utcOffsetMinutes ?? 0);
  return localDay(useClock(60_000), offset);
}
