import { InputNumber } from 'antd';
import { useText } from '#renderer/ui/use-text.ts';
import { setToolSettings, useTools } from './tool-store.ts';

/** How often corners are cut: from slightly to very round. */
export function RoundsField() {
  const text = useText();
  const rounds = useTools((state) => state.settings.rounds);
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the kit's field is inside.
    <label>
      {text('redraw.smooth.rounds')}
      <InputNumber
        size="small"
        min={1}
        max={3}
        precision={0}
        value={rounds}
        aria-label={text('redraw.smooth.rounds')}
        onChange={(value) => value && setToolSettings({ rounds: value })}
      />
    </label>
  );
}
