import { useToolHint } from '#renderer/features/redraw/use-tool-hint.ts';
import { useHandleHint } from '#renderer/features/vertex-drag/use-handle-hint.ts';

/**
 * What the next click does: as `first` says, else the tool in hand, else the handles of what is selected, else
 * as `otherwise` says. Their words change with each thing the pointer crosses, so they are asked for here and
 * not by the window.
 */
export function HintLine(props: { first: string | null; otherwise: string }) {
  const tool = useToolHint();
  const handles = useHandleHint();
  return <>{props.first ?? tool ?? handles ?? props.otherwise}</>;
}
