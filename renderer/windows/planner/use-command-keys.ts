import { useEffect, useRef } from 'react';
import { useDialogs } from '#renderer/state/dialogs.ts';
import type { MenuCommand } from '#shared/host/host.ts';

const withControl: Record<string, MenuCommand> = {
  o: 'project.open',
  s: 'project.save',
  i: 'import',
  e: 'export',
  z: 'undo',
  y: 'redo',
};

/** Keys of the planner. Fields keep theirs, and an open dialog keeps all but its own. */
export function useCommandKeys(
  run: (command: MenuCommand) => void,
  handlers: {
    onEscape: () => void;
    onLayers: () => void;
    /** Who answers for the middle of the map? */
    onCentre: () => void;
    onTab: (index: number) => void;
  },
) {
  const latest = useRef({ run, handlers });
  useEffect(() => {
    latest.current = { run, handlers };
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { open, show } = useDialogs.getState();
      if (open !== null || event.isComposing || event.defaultPrevented) return;
      const { run: command, handlers: then } = latest.current;
      const typing = (event.target as HTMLElement).matches('input, textarea, [contenteditable]');
      const act = (task: () => void) => {
        event.preventDefault();
        task();
      };
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key === 'k') return act(() => show('search'));
        if (typing && (key === 'z' || key === 'y')) return;
        if (key === 'z' && event.shiftKey) return act(() => command('redo'));
        if (key === 's' && event.shiftKey) return act(() => command('project.saveAs'));
        const found = withControl[key];
        if (found && !event.shiftKey && !event.altKey) act(() => command(found));
        return;
      }
      if (event.altKey && /^\d$/.test(event.key)) {
        // 0 is the last one, however many there are.
        return act(() => then.onTab(Number(event.key) - 1));
      }
      if (key === 'f9') return act(() => command('check'));
      if (key === 'f5') return act(() => command('window.briefing'));
      if (key === 'escape') return act(then.onEscape);
      if (typing) return;
      if (event.key === '?') return act(() => show('keys'));
      if (key === 'l') act(then.onLayers);
      if (key === 'c') act(then.onCentre);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
