import { Segmented } from 'antd';
import { setToolSettings, useTools } from '#renderer/features/redraw/tool-store.ts';
import { useText } from '#renderer/ui/use-text.ts';

/** Who gets what is cut out. */
export function CutFields() {
  const text = useText();
  const to = useTools((state) => state.settings.cutTo);
  return (
    <Segmented
      size="small"
      value={to}
      aria-label={text('redraw.cutOut.to')}
      options={(['zone', 'nobody'] as const).map((value) => ({
        value,
        label: text(`redraw.cutOut.${value}`),
      }))}
      onChange={(value) => setToolSettings({ cutTo: value })}
    />
  );
}
