import type { Document } from '#shared/edits/document.ts';
import styles from './organisation.module.css';
import { TeamsSection } from './teams-section.tsx';
import { UnitsSection } from './units-section.tsx';

/** The units with what they answer for, and the emergency teams beside them. */
export function OrganisationPanel(props: {
  document: Document;
  revision: number;
  selectedId: string | null;
  onSelect: (id: string) => void;
}) {
  return (
    <div className={styles.panel}>
      <UnitsSection {...props} />
      <TeamsSection {...props} />
    </div>
  );
}
