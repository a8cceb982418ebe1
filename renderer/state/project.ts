import { useShallow } from 'zustand/react/shallow';
import type { StorageReason } from '#renderer/storage/storage-error.ts';
import type { AuditRow, EditLabel } from '#shared/edits/audit.ts';
import type { Document } from '#shared/edits/document.ts';
import { planInForce, type ShownPlan } from '#shared/edits/scenario/shown-plan.ts';
import type { Project } from '#shared/model/project.ts';
import { createFollowed } from './rendering.ts';

/** Why a project cannot be read or kept; `detail` names the error for those who want to know. */
export interface StorageFailure {
  reason: StorageReason;
  detail: string;
}

export interface ProjectState {
  status: 'closed' | 'loading' | 'ready' | 'broken';
  /** Set when the status is `broken`. */
  failure: StorageFailure | null;
  /** What is in memory; also there in status `broken` when only the storage failed. */
  document: Document | null;
  /** The plan that `document` shows; what is stored, with the plan in force, is `stored`. */
  plan: ShownPlan;
  stored: Document | null;
  /** The project's own record. */
  project: Project | null;
  /** A reader looks on while another window writes; it becomes the writer when that one closes. */
  role: 'writer' | 'reader';
  /** When the last edit was stored, in milliseconds since 1970. */
  savedAt: number | null;
  saving: boolean;
  undoLabel: EditLabel | null;
  redoLabel: EditLabel | null;
  /** The whole audit log, oldest first. */
  history: readonly AuditRow[];
  /** Grows with every change of the document. */
  revision: number;
}

export const closedProject: ProjectState = {
  status: 'closed',
  failure: null,
  document: null,
  plan: planInForce,
  stored: null,
  project: null,
  role: 'reader',
  savedAt: null,
  saving: false,
  undoLabel: null,
  redoLabel: null,
  history: [],
  revision: 0,
};

/** The project that this window shows. Changed only by project-actions.ts. */
export const useProject = createFollowed<ProjectState>(closedProject);

/**
 * Some parts of it; whoever asks is rendered when one of these changes, and not whenever an edit is stored. A
 * document changes in place: who reads records asks for `revision` too.
 */
export function useProjectParts<Key extends keyof ProjectState>(
  ...keys: readonly Key[]
): Pick<ProjectState, Key> {
  return useProject(
    useShallow(
      (state) =>
        Object.fromEntries(keys.map((key) => [key, state[key]])) as Pick<ProjectState, Key>,
    ),
  );
}
