import { Slash } from 'lucide-react';
import { lineGhost } from '#renderer/features/redraw/line-ghost.ts';
import {
  nextStretch,
  noStretch,
  type StretchGesture,
} from '#renderer/features/redraw/stretch-gesture.ts';
import { stretchGhosts } from '#renderer/features/redraw/stretch-ghosts.ts';
import { defineTool, type ToolSpec } from '#renderer/features/redraw/tool.ts';
import { straightenBorder } from '#shared/edits/commands/straighten-border.ts';

/** Makes a stretch of border straight between two of its vertices. */
export const straightening: ToolSpec<StretchGesture> = {
  id: 'straighten',
  group: 'border',
  key: 'S',
  icon: Slash,
  begin: () => noStretch,
  next: nextStretch,
  isComplete: ({ fixed }) => fixed,
  canStepBack: ({ from }) => from !== null,
  proposal({ stretch }) {
    return (
      stretch &&
      ((document, allowances) => straightenBorder(document, { ...stretch, ...allowances }))
    );
  },
  ghosts(state, { document }) {
    const { stretch } = state;
    const straight = stretch ? [lineGhost('line', [stretch.from, stretch.to])] : [];
    return [...stretchGhosts(state, document, 'old'), ...straight];
  },
  hint: ({ from, stretch }) => ({
    key: `redraw.straighten.${stretch ? 'ready' : from ? 'second' : 'first'}`,
    params: {},
  }),
  where: ({ over }) => over,
};

export const straightenTool = defineTool(straightening);
