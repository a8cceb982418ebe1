import { InputNumber, Segmented } from 'antd';
import { setToolSettings, useTools } from '#renderer/features/redraw/tool-store.ts';
import { useText } from '#renderer/ui/use-text.ts';

/** What the brush paints. */
export function BrushFields() {
  const text = useText();
  const { units, cellM } = useTools((state) => state.settings);
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
        // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the kit's field is inside.
        <label>
          {text('redraw.brush.cellM')}
          <InputNumber
            size="small"
            min={5}
            max={5000}
            value={cellM}
            aria-label={text('redraw.brush.cellM')}
            onChange={(value) => value && setToolSettings({ cellM: value })}
          />
        </label>
      )}
    </>
  );
}
