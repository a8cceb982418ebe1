import { Segmented } from 'antd';
import { NumberSetting } from '#renderer/features/redraw/number-setting.tsx';
import { setToolSettings, useTools } from '#renderer/features/redraw/tool-store.ts';
import { useText } from '#renderer/ui/use-text.ts';

/** What the brush paints. */
export function BrushFields() {
  const text = useText();
  const units = useTools((state) => state.settings.units);
  return (
    <>
      <Segmented
        size="small"
        value={units}
        aria-label={text('redraw.brush.units')}
        options={(['community', 'cell'] as const).map((value) => ({
          value,
          label: text(`redraw.brush.${value}`),
        }))}
        onChange={(value) => setToolSettings({ units: value })}
      />
      {units === 'cell' && (
        <NumberSetting name="cellM" label="redraw.brush.cellM" min={5} max={5000} />
      )}
    </>
  );
}
