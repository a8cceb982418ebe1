import { Spline } from 'lucide-react';
import { type Reshaping, reshaping } from '#renderer/features/redraw/reshaping.ts';
import { defineTool, type ToolSpec } from '#renderer/features/redraw/tool.ts';
import { RoundsField } from '#renderer/features/redraw/rounds-field.tsx';
import { smoothBorder } from '#shared/edits/commands/smooth-border.ts';

/** Rounds the corners of a stretch of border, or of all borders of the selected zone. */
export const smoothing: ToolSpec<Reshaping> = {
  ...reshaping(
    'smooth',
    (stretch, settings) => (document, allowances) =>
      smoothBorder(document, { ...stretch, times: settings.rounds, ...allowances }),
  ),
  key: 'O',
  icon: Spline,
  Settings: RoundsField,
};

export const smoothTool = defineTool(smoothing);
