import { NumberSetting } from '#renderer/features/redraw/number-setting.tsx';

const metres = { min: 0.5, max: 10_000, mayBeEmpty: true } as const;

/** The radius that a 点 gets; empty leaves it as it is. */
export function RadiusField() {
  return <NumberSetting name="radiusM" label="redraw.moveSite.radius" {...metres} />;
}

/** The width that a 条 gets; empty leaves it as it is. */
export function WidthField() {
  return <NumberSetting name="widthM" label="redraw.moveStrip.width" {...metres} />;
}

/** The width of a 条 that is drawn anew. */
export function NewWidthField() {
  return <NumberSetting name="newWidthM" label="redraw.moveStrip.width" min={0.5} max={1000} />;
}
