import { create } from 'zustand';
import { useProject } from './project.ts';
import { useView } from './view.ts';

interface ChosenZones {
  /** Zones chosen together, in the order in which they were; none or at least two. */
  ids: readonly string[];
  /** The one that keeps its name and its people when they are merged; null while none are chosen. */
  keeperId: string | null;
}

const none: ChosenZones = { ids: [], keeperId: null };

/** Several zones chosen at once. The one chosen last is what is selected; selecting another ends it. */
export const useChosenZones = create<ChosenZones>()(() => none);

const isZone = (id: string): boolean =>
  useProject.getState().document?.find('zone', id) !== undefined;

function choose(ids: readonly string[], selectedId: string | null): void {
  const { keeperId } = useChosenZones.getState();
  const keeper = keeperId && ids.includes(keeperId) ? keeperId : (ids[0] ?? null);
  useChosenZones.setState(ids.length > 1 ? { ids, keeperId: keeper } : none);
  if (useView.getState().selectedId !== selectedId) useView.getState().select(selectedId);
}

/** Chooses a zone beside those that are chosen or selected, or leaves it out again. */
export function chooseAlso(id: string): void {
  if (!isZone(id)) return;
  const { selectedId } = useView.getState();
  const { ids } = useChosenZones.getState();
  const before = ids.length > 0 ? ids : selectedId && isZone(selectedId) ? [selectedId] : [];
  if (!before.includes(id)) return choose([...before, id], id);
  const left = before.filter((other) => other !== id);
  choose(left, left.at(-1) ?? null);
}

/** Chooses a zone beside those that are chosen; one that is already becomes the selected one. */
export function extendChoice(id: string): void {
  const { ids } = useChosenZones.getState();
  if (ids.includes(id)) choose(ids, id);
  else chooseAlso(id);
}

/** Who keeps responsibility when the chosen zones become one. */
export function keepZone(keeperId: string): void {
  if (useChosenZones.getState().ids.includes(keeperId)) useChosenZones.setState({ keeperId });
}

/** Leaves all but what is selected. Answers whether several were chosen. */
export function dropChoice(): boolean {
  if (useChosenZones.getState().ids.length === 0) return false;
  useChosenZones.setState(none);
  return true;
}

useView.subscribe(({ selectedId }) => {
  const { ids } = useChosenZones.getState();
  if (ids.length > 0 && !(selectedId && ids.includes(selectedId))) useChosenZones.setState(none);
});
useProject.subscribe((now, before) => {
  if (now.revision === before.revision && now.document === before.document) return;
  const { ids } = useChosenZones.getState();
  if (ids.length === 0) return;
  const left = ids.filter((id) => now.document?.find('zone', id));
  if (left.length === ids.length) return;
  const { selectedId } = useView.getState();
  choose(left, selectedId && left.includes(selectedId) ? selectedId : (left.at(-1) ?? null));
});
