import { NumberSetting } from './number-setting.tsx';

/** By how many metres vertices may stand off and still be left out. */
export function ToleranceField() {
  return <NumberSetting name="toleranceM" label="redraw.simplify.tolerance" min={0.1} max={1000} />;
}
