import { NumberSetting } from './number-setting.tsx';

/** How often corners are cut: from slightly to very round. */
export function RoundsField() {
  return <NumberSetting name="rounds" label="redraw.smooth.rounds" min={1} max={3} precision={0} />;
}
