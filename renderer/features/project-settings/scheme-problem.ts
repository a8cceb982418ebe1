import type { Translate } from '#renderer/ui/use-text.ts';
import { textKey } from '#renderer/ui/use-text.ts';
import { type Project, project as projectSchema } from '#shared/model/project.ts';

/** Lists of the schemes by the title of their tab. */
const lists = {
  issueClasses: 'settings.classes',
  pointKinds: 'settings.kinds',
  roles: 'settings.roles',
  negativeList: 'settings.negative',
} as const;

/** What keeps a draft of the settings from being stored, as one sentence; null when nothing does. */
export function schemeProblem(draft: Project, text: Translate): string | null {
  for (const [key, title] of Object.entries(lists) as [keyof typeof lists, keyof object][]) {
    const seen = new Map<string, string>();
    for (const entry of draft.schemes[key]) {
      const name = ('name' in entry ? entry.name : entry.text).trim();
      const list = text(title);
      const level = 'level' in entry ? text(textKey(`kind.${entry.level}`)) : '';
      if (name === '') {
        return text('settings.problem.noName', { list: [list, level].filter(Boolean).join(' · ') });
      }
      if (entry.key.trim() === '') return text('settings.problem.noKey', { list, name });
      const other = seen.get(entry.key.trim());
      if (other !== undefined) {
        return text('settings.problem.sameKey', { list, name, other, key: entry.key });
      }
      seen.set(entry.key.trim(), name);
    }
  }
  if (draft.name.trim() === '') return text('settings.problem.noProjectName');
  const parsed = projectSchema.safeParse(draft);
  if (parsed.success) return null;
  const [issue] = parsed.error.issues;
  return text('settings.problem.other', {
    field: issue?.path.join('.') ?? '',
    detail: issue?.message ?? '',
  });
}
