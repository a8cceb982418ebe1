import { useProject } from '#renderer/state/project.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import { FixButton } from './fix-button.tsx';
import { fixWords } from './fix-words.ts';
import { MoreFixes } from './more-fixes.tsx';
import styles from './repair.module.css';

/** The fixes of a finding: as many as there is room for as words, the others behind “…”. */
export function FixActions(props: {
  finding: Finding;
  /** How many fixes fit. */
  room: number;
  /** Whether the tab key stops at them; in tables the arrows lead there. */
  tabbable?: boolean;
}) {
  const { finding, tabbable = false } = props;
  const text = useText();
  const document = useProject((state) => state.document);
  // The names of zones are read from the document, which changes in place.
  useRevision();
  if (!document || finding.fixes.length === 0) return null;
  const room = finding.fixes.length <= props.room ? props.room : Math.max(1, props.room - 1);
  const rest = finding.fixes.slice(room);
  return (
    <span className={styles.actions}>
      {finding.fixes.slice(0, room).map((fix, i) => {
        const words = fixWords(text, document, { finding, fix });
        return (
          <FixButton
            // oxlint-disable-next-line react/no-array-index-key -- the fixes of a finding never move
            key={i}
            choice={{ finding, fix }}
            label={words.short}
            title={words.long}
            tabbable={tabbable}
          />
        );
      })}
      {rest.length > 0 && (
        <MoreFixes finding={finding} fixes={rest} document={document} tabbable={tabbable} />
      )}
    </span>
  );
}
