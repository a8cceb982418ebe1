import { Segmented } from 'antd';
import { NumberSetting } from '#renderer/features/redraw/number-setting.tsx';
import { setToolSettings, useTools } from '#renderer/features/redraw/tool-store.ts';
import { useText } from '#renderer/ui/use-text.ts';

/** Into how many parts, and equal in what. */
export function EvenFields() {
  const text = useText();
  const evenBy = useTools((state) => state.settings.evenBy);
  return (
    <>
      <NumberSetting
        name="parts"
        label="redraw.splitEvenly.parts"
        min={2}
        max={100}
        precision={0}
      />
      <Segmented
        size="small"
        value={evenBy}
        aria-label={text('redraw.splitEvenly.by')}
        options={(['area', 'work'] as const).map((value) => ({
          value,
          label: text(`redraw.splitEvenly.${value}`),
        }))}
        onChange={(value) => setToolSettings({ evenBy: value })}
      />
    </>
  );
}
