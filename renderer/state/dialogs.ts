import { create } from 'zustand';
import type { DataFile } from '#shared/host/host.ts';

export type DialogName =
  | 'import'
  | 'export'
  | 'certificate'
  | 'hand-over'
  | 'projects'
  | 'new-project'
  | 'project-settings'
  | 'scenes'
  | 'about'
  | 'keys'
  | 'search'
  | 'wall'
  | 'mend-all'
  | 'compare-plans'
  | 'save-as'
  | 'backups'
  | 'integrity';

/** Which dialog of the window is open; at most one at a time. */
interface DialogState {
  open: DialogName | null;
  /** Files dropped or chosen for the import. */
  files: DataFile[];
  show: (name: DialogName, files?: DataFile[]) => void;
  close: () => void;
}

export const useDialogs = create<DialogState>()((set) => ({
  open: null,
  files: [],
  show: (open, files = []) => set({ open, files }),
  close: () => set({ open: null, files: [] }),
}));
