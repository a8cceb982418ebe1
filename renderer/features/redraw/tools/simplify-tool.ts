import { Waypoints } from 'lucide-react';
import { type Reshaping, reshaping } from '#renderer/features/redraw/reshaping.ts';
import { defineTool, type ToolSpec } from '#renderer/features/redraw/tool.ts';
import { ToleranceField } from '#renderer/features/redraw/tolerance-field.tsx';
import { simplifyBorder } from '#shared/edits/commands/simplify-border.ts';

/** Leaves out vertices of a stretch of border, or of all borders of the selected zone, within a tolerance. */
export const simplifying: ToolSpec<Reshaping> = {
  ...reshaping(
    'simplify',
    (stretch, settings) => (document, allowances) =>
      simplifyBorder(document, { ...stretch, toleranceM: settings.toleranceM, ...allowances }),
  ),
  key: 'M',
  icon: Waypoints,
  Settings: ToleranceField,
};

export const simplifyTool = defineTool(simplifying);
