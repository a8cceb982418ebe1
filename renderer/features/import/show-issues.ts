import { fewIssues } from '#renderer/map/layers/symbols.ts';
import { useProject } from '#renderer/state/project.ts';
import { useView } from '#renderer/state/view.ts';
import { issueTotal } from '#shared/model/issue-total.ts';

/** Shows the project's issues on the map where no layer of them is turned on: few as dots, many as heat. */
export function showIssues(): void {
  const { layers, setLayer } = useView.getState();
  if (layers.heat > 0 || layers.issues > 0) return;
  const chunks = useProject.getState().document?.all('issueChunk') ?? [];
  setLayer(issueTotal(chunks) <= fewIssues ? 'issues' : 'heat', 1);
}
