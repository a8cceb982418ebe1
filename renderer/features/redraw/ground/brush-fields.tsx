import { Segmented } from 'antd';
import { NumberSetting } from '#renderer/features/redraw/number-setting.tsx';
import { setToolSettings, useTools } from '#renderer/features/redraw/tool-store.ts';
import { useProject } from '#renderer/state/project.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { unitsChosen, unitsOnOffer } from './paint-units.ts';

/** What the brush paints. */
export function BrushFields() {
  const text = useText();
  const chosen = useTools((state) => state.settings.units);
  const document = useProject((state) => state.document);
  // The document changes in place.
  useRevision();
  if (!document) return null;
  const units = unitsChosen(document, chosen);
  return (
    <>
      <Segmented
        size="small"
        value={units}
        aria-label={text('redraw.brush.units')}
        options={unitsOnOffer(document).map((value) => ({
          value,
          label: text(`redraw.brush.${value}`),
        }))}
        onChange={(value) => setToolSettings({ units: value })}
      />
      {units === 'cell' && (
        <NumberSetting name="cellM" label="redraw.brush.cellM" min={5} max={5000} />
      )}
    </>
  );
}
