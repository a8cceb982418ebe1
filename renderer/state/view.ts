import { create } from 'zustand';
import { allIssues, type IssueFilter } from '#shared/model/issue-filter.ts';
import { defaultLayers, type LayerOpacities, type MapLayer } from '#shared/model/layer.ts';
import type { Locale } from '#shared/model/locale.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import { onViewRemembered, recallView, rememberView } from './remembered-view.ts';

/** How the user looks at the project; nothing of it is an edit. */
interface ViewState {
  theme: 'light' | 'dark';
  locale: Locale;
  layers: LayerOpacities;
  issueFilter: IssueFilter;
  heatRadiusM: number;
  /** Name that edits made here carry in the log; empty until the user gives one. */
  author: string;
  /** Id of the selected record, shared by map, lists and detail panel. */
  selectedId: string | null;
  /** The issue whose card is open; issues are no records of their own. */
  selectedIssue: { chunkId: string; index: number } | null;
  /** The spot whose chain is asked for: where the map was clicked, or what was typed. */
  spot: LonLat | null;
  /** Places outlined on the map beside what is selected. */
  highlightIds: readonly string[];
  activeFindingId: string | null;
  setTheme: (theme: 'light' | 'dark') => void;
  setLocale: (locale: Locale) => void;
  setLayer: (layer: MapLayer, opacity: number) => void;
  setLayers: (layers: LayerOpacities) => void;
  setIssueFilter: (filter: Partial<IssueFilter>) => void;
  setHeatRadius: (metres: number) => void;
  setAuthor: (name: string) => void;
  /** Selects a record, as it was met at a spot where that is known. */
  select: (id: string | null, spot?: LonLat) => void;
  /** Asks who answers for a spot, whatever stands there. */
  selectSpot: (spot: LonLat) => void;
  selectIssue: (issue: { chunkId: string; index: number } | null) => void;
  activateFinding: (id: string | null) => void;
  highlight: (ids: readonly string[]) => void;
}

export const useView = create<ViewState>()((set) => ({
  theme: 'light',
  locale: 'zh-CN',
  layers: defaultLayers,
  issueFilter: allIssues,
  heatRadiusM: 250,
  author: '',
  selectedId: null,
  selectedIssue: null,
  spot: null,
  highlightIds: [],
  activeFindingId: null,
  ...recallView(),
  setTheme: (theme) => set({ theme }),
  setLocale: (locale) => set({ locale }),
  setLayer: (layer, opacity) => set((view) => ({ layers: { ...view.layers, [layer]: opacity } })),
  setLayers: (layers) => set({ layers }),
  setIssueFilter: (filter) => set((view) => ({ issueFilter: { ...view.issueFilter, ...filter } })),
  setHeatRadius: (heatRadiusM) => set({ heatRadiusM }),
  setAuthor: (author) => set({ author }),
  select: (selectedId, spot) => set({ selectedId, selectedIssue: null, spot: spot ?? null }),
  selectSpot: (spot) => set({ spot, selectedId: null, selectedIssue: null }),
  selectIssue: (selectedIssue) => set({ selectedIssue, selectedId: null, spot: null }),
  activateFinding: (activeFindingId) => set({ activeFindingId }),
  highlight: (highlightIds) =>
    set((view) => (view.highlightIds.length + highlightIds.length > 0 ? { highlightIds } : view)),
}));

useView.subscribe(({ theme, locale, heatRadiusM, author }, before) => {
  const isSame =
    theme === before.theme &&
    locale === before.locale &&
    heatRadiusM === before.heatRadiusM &&
    author === before.author;
  if (!isSame) rememberView({ theme, locale, heatRadiusM, author });
});
onViewRemembered((view) => useView.setState(view));

/** Speaks the machine's language until the user has chosen one. */
export function adoptLocale(locale: Locale): void {
  if (recallView().locale === undefined) useView.setState({ locale });
}
