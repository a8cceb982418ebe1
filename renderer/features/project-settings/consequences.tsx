import { useEffect, useState } from 'react';
import { useAnswer } from '#renderer/state/chain.ts';
import { useFindings } from '#renderer/state/findings.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { SchemeUse } from '#shared/analysis/scheme-use.ts';
import { verticalRules } from '#shared/model/rule.ts';
import type { Project } from '#shared/model/project.ts';
import styles from './project-settings.module.css';

/** Pause after the last change before it is tried, in milliseconds. */
const restMs = 400;

/** What the draft would break or mend: findings that come and go, records whose entries vanish. */
export function Consequences(props: { before: Project; draft: Project; use: SchemeUse | null }) {
  const text = useText();
  const { before, draft, use } = props;
  const wanted = JSON.stringify({ roles: draft.schemes.roles, rules: draft.chain });
  const [tried, setTried] = useState<string | null>(null);
  const isSame = wanted === JSON.stringify({ roles: before.schemes.roles, rules: before.chain });
  useEffect(() => {
    const timer = setTimeout(() => setTried(isSame ? null : wanted), restMs);
    return () => clearTimeout(timer);
  }, [wanted, isSame]);
  const ask =
    tried === null
      ? null
      : (JSON.parse(tried) as { roles: Project['schemes']['roles']; rules: Project['chain'] });
  const { answer } = useAnswer('schemeTrial', ask);
  const findings = useFindings((state) => state.report?.findings);

  const lines = vanishing(before, draft, use).map(({ key, params }) => text(key, params));
  if (!draft.schemes.roles.some(({ required }) => required)) {
    lines.push(text('settings.effect.noRequired'));
  }
  if (answer && !isSame) {
    for (const rule of verticalRules) {
      const was = (findings ?? []).filter((finding) => finding.rule === rule).length;
      const after = answer.get(rule) ?? 0;
      const name = text(`rule.${rule}`);
      if (was !== after)
        lines.push(text('settings.effect.rule', { rule: name, before: was, after }));
    }
  }
  const waiting = !isSame && (tried !== wanted || !answer);
  if (lines.length === 0 && isSame) return null;
  return (
    <section
      className={styles.effects}
      aria-label={text('settings.effect.title')}
      aria-live="polite"
    >
      <h4>{text('settings.effect.title')}</h4>
      {waiting && <p>{text('settings.effect.trying')}</p>}
      {!waiting && lines.length === 0 && <p>{text('settings.effect.none')}</p>}
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Records that use entries which the draft takes away. */
function vanishing(before: Project, draft: Project, use: SchemeUse | null) {
  if (!use) return [];
  const gone = <Entry extends { key: string; name: string }>(
    was: readonly Entry[],
    is: readonly Entry[],
  ) => was.filter(({ key }) => !is.some((entry) => entry.key === key));
  const [a, b] = [before.schemes, draft.schemes];
  const lines: {
    key: 'settings.effect.role' | 'settings.effect.class' | 'settings.effect.kind';
    params: Record<string, string | number>;
  }[] = [];
  for (const { key, name } of gone(a.roles, b.roles)) {
    const count = use.roles.get(key) ?? 0;
    if (count > 0) lines.push({ key: 'settings.effect.role', params: { name, count } });
  }
  for (const { key, name } of gone(a.issueClasses, b.issueClasses)) {
    const [issues, claims] = [use.issues.get(key) ?? 0, use.claims.get(key) ?? 0];
    if (issues + claims > 0) {
      lines.push({ key: 'settings.effect.class', params: { name, issues, claims } });
    }
  }
  for (const { key, name } of gone(a.pointKinds, b.pointKinds)) {
    const count = use.points.get(key) ?? 0;
    if (count > 0) lines.push({ key: 'settings.effect.kind', params: { name, count } });
  }
  return lines;
}
