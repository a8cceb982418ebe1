import { InputNumber, Segmented } from 'antd';
import { setToolSettings, useTools } from '#renderer/features/redraw/tool-store.ts';
import { useText } from '#renderer/ui/use-text.ts';

/** Into how many parts, and equal in what. */
export function EvenFields() {
  const text = useText();
  const { parts, evenBy } = useTools((state) => state.settings);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the kit's field is inside. */}
      <label>
        {text('redraw.splitEvenly.parts')}
        <InputNumber
          size="small"
          min={2}
          max={100}
          precision={0}
          value={parts}
          aria-label={text('redraw.splitEvenly.parts')}
          onChange={(value) => value && setToolSettings({ parts: value })}
        />
      </label>
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
