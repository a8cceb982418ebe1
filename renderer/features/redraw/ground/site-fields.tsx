import { Segmented } from 'antd';
import { NumberSetting } from '#renderer/features/redraw/number-setting.tsx';
import { setToolSettings, useTools } from '#renderer/features/redraw/tool-store.ts';
import { useText } from '#renderer/ui/use-text.ts';

/** What form a new 点 has, and the radius of a round one. */
export function SiteFields() {
  const text = useText();
  const form = useTools((state) => state.settings.siteForm);
  return (
    <>
      <Segmented
        size="small"
        value={form}
        aria-label={text('redraw.drawSite.form')}
        options={(['circle', 'polygon'] as const).map((value) => ({
          value,
          label: text(`redraw.drawSite.forms.${value}`),
        }))}
        onChange={(value) => setToolSettings({ siteForm: value })}
      />
      {form === 'circle' && (
        <NumberSetting name="newRadiusM" label="redraw.moveSite.radius" min={0.5} max={5000} />
      )}
    </>
  );
}
