import { InputNumber } from 'antd';
import { useText } from '#renderer/ui/use-text.ts';
import { setToolSettings, useTools } from './tool-store.ts';

/** By how many metres vertices may stand off and still be left out. */
export function ToleranceField() {
  const text = useText();
  const toleranceM = useTools((state) => state.settings.toleranceM);
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the kit's field is inside.
    <label>
      {text('redraw.simplify.tolerance')}
      <InputNumber
        size="small"
        min={0.1}
        max={1000}
        value={toleranceM}
        aria-label={text('redraw.simplify.tolerance')}
        onChange={(value) => value && setToolSettings({ toleranceM: value })}
      />
    </label>
  );
}
