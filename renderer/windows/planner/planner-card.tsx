import { memo } from 'react';
import { ChoiceCard } from '#renderer/features/choice/choice-card.tsx';
import { Detail } from '#renderer/features/detail/detail.tsx';
import { useChosenZones } from '#renderer/state/chosen-zones.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import type { Finding } from '#shared/checks/finding.ts';
import type { Document } from '#shared/edits/document.ts';

/** Card of what is selected: of several zones together, or of one thing. */
export const PlannerCard = memo(function PlannerCard(props: {
  document: Document;
  onSelect: (id: string) => void;
  onIssue: (chunkId: string, index: number) => void;
  onFinding: (finding: Finding) => void;
  onShowAll: (ids: readonly string[]) => void;
}) {
  const revision = useRevision();
  const several = useChosenZones((state) => state.ids.length > 0);
  return several ? (
    <ChoiceCard document={props.document} revision={revision} />
  ) : (
    <Detail {...props} />
  );
});
