import { allIssues, type IssueFilter } from '#shared/model/issue-filter.ts';
import { defaultLayers, type LayerOpacities, type MapLayer } from '#shared/model/layer.ts';
import type { Locale } from '#shared/model/locale.ts';
import { create } from 'zustand';
import { onViewRemembered, recallView, rememberView } from './remembered-view.ts';

/** How the user looks at the project; nothing of it is an edit. */
interface ViewState {
  theme: 'light' | 'dark';
  locale: Locale;
  layers: LayerOpacities;
  issueFilter: IssueFilter;
  heatRadiusM: number;
  /** Id of the selected record, shared by map, lists and detail panel. */
  selectedId: string | null;
  /** The issue whose card is open; issues are no records of their own. */
  selectedIssue: { chunkId: string; index: number } | null;
  activeFindingId: string | null;
  setTheme(theme: 'light' | 'dark'): void;
  setLocale(locale: Locale): void;
  setLayer(layer: MapLayer, opacity: number): void;
  setLayers(layers: LayerOpacities): void;
  setIssueFilter(filter: Partial<IssueFilter>): void;
  setHeatRadius(metres: number): void;
  select(id: string | null): void;
  selectIssue(issue: { chunkId: string; index: number } | null): void;
  activateFinding(id: string | null): void;
}

export const useView = create<ViewState>()((set) => ({
  theme: 'light',
  locale: 'zh-CN',
  layers: defaultLayers,
  issueFilter: allIssues,
  heatRadiusM: 250,
  selectedId: null,
  selectedIssue: null,
  activeFindingId: null,
  ...recallView(),
  setTheme: (theme) => set({ theme }),
  setLocale: (locale) => set({ locale }),
  setLayer: (layer, opacity) => set((view) => ({ layers: { ...view.layers, [layer]: opacity } })),
  setLayers: (layers) => set({ layers }),
  setIssueFilter: (filter) => set((view) => ({ issueFilter: { ...view.issueFilter, ...filter } })),
  setHeatRadius: (heatRadiusM) => set({ heatRadiusM }),
  select: (selectedId) => set({ selectedId, selectedIssue: null }),
  selectIssue: (selectedIssue) => set({ selectedIssue, selectedId: null }),
  activateFinding: (activeFindingId) => set({ activeFindingId }),
}));

useView.subscribe(({ theme, locale, heatRadiusM }, before) => {
  if (theme !== before.theme || locale !== before.locale || heatRadiusM !== before.heatRadiusM) {
    rememberView({ theme, locale, heatRadiusM });
  }
});
onViewRemembered((view) => useView.setState(view));
