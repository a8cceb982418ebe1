import { useToolHint } from '#renderer/features/redraw/use-tool-hint.ts';

/**
 * What the next click does: as `first` says, else the tool in hand, else as `otherwise` says. The tool's
 * words change with each thing the pointer crosses, so they are asked for here and not by the window.
 */
export function HintLine(props: { first: string | null; otherwise: string }) {
  const tool = useToolHint();
  return <>{props.first ?? tool ?? props.otherwise}</>;
}
