import { InputNumber } from 'antd';
import { useText } from '#renderer/ui/use-text.ts';
import type { ToolSettings } from './tool.ts';
import { setToolSettings, useTools } from './tool-store.ts';

type NumberName = {
  [Name in keyof ToolSettings]: ToolSettings[Name] extends number | null ? Name : never;
}[keyof ToolSettings];
/** Settings that may be left empty, which leaves what is redrawn as it is. */
type EmptyName = {
  [Name in NumberName]: null extends ToolSettings[Name] ? Name : never;
}[NumberName];

type NumberSettingProps = {
  label: Parameters<ReturnType<typeof useText>>[0];
  min: number;
  max: number;
  precision?: number;
} & (
  | { name: Exclude<NumberName, EmptyName>; mayBeEmpty?: false }
  | { name: EmptyName; mayBeEmpty: true }
);

/** A number among the settings of the tool in hand. */
export function NumberSetting({
  name,
  label,
  min,
  max,
  precision,
  mayBeEmpty,
}: NumberSettingProps) {
  const text = useText();
  const value = useTools((state) => state.settings[name]);
  return (
    // oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the kit's field is inside.
    <label>
      {text(label)}
      <InputNumber
        size="small"
        min={min}
        max={max}
        {...(precision !== undefined && { precision })}
        {...(mayBeEmpty && { placeholder: text('redraw.asItIs') })}
        value={value}
        aria-label={text(label)}
        onChange={(entered) => {
          if (entered || mayBeEmpty) setToolSettings({ [name]: entered });
        }}
      />
    </label>
  );
}
