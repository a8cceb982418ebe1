import { patchedView } from '#shared/edits/repair/patched-view.ts';
import type { DocumentView } from '#shared/model/document-view.ts';
import type { Scenario } from '#shared/model/scenario.ts';
import { zonePatch } from './zone-patch.ts';

/** The project as it would be with a scenario in force. Commands and checks take it like any document. */
export function scenarioView(document: DocumentView, scenario: Scenario): DocumentView {
  return patchedView(document, zonePatch(document, scenario.changes));
}
