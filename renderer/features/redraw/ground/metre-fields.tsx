import { InputNumber } from 'antd';
import { setToolSettings, useTools } from '#renderer/features/redraw/tool-store.ts';
import { useText } from '#renderer/ui/use-text.ts';

function MetreField(props: {
  label: string;
  value: number | null;
  onValue: (value: number | null) => void;
}) {
  const text = useText();
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the kit's field is inside.
    <label>
      {props.label}
      <InputNumber
        size="small"
        min={0.5}
        max={10_000}
        value={props.value}
        placeholder={text('redraw.asItIs')}
        aria-label={props.label}
        onChange={props.onValue}
      />
    </label>
  );
}

/** The radius that a 点 gets; empty leaves it as it is. */
export function RadiusField() {
  const text = useText();
  const radiusM = useTools((state) => state.settings.radiusM);
  return (
    <MetreField
      label={text('redraw.moveSite.radius')}
      value={radiusM}
      onValue={(value) => setToolSettings({ radiusM: value })}
    />
  );
}

/** The width that a 条 gets; empty leaves it as it is. */
export function WidthField() {
  const text = useText();
  const widthM = useTools((state) => state.settings.widthM);
  return (
    <MetreField
      label={text('redraw.moveStrip.width')}
      value={widthM}
      onValue={(value) => setToolSettings({ widthM: value })}
    />
  );
}
