import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Finding } from '#shared/checks/finding.ts';
import styles from './findings-panel.module.css';

const icons = { error: CircleAlert, warning: TriangleAlert, note: Info } as const;

/** Rule of a finding as a word with its severity's shape; colour never stands alone. */
export function RuleBadge(props: { finding: Finding }) {
  const text = useText();
  const { severity, rule } = props.finding;
  const Icon = icons[severity];
  return (
    <span className={styles.badge} data-severity={severity}>
      <Icon size={14} role="img" aria-label={text(textKey(`severity.${severity}`))} />
      {text(textKey(`rule.${rule}`))}
    </span>
  );
}
