import { Checkbox, Slider } from 'antd';
import { memo, useState } from 'react';
import { BaseMapSection } from '#renderer/features/base-map/base-map-section.tsx';
import { useProject } from '#renderer/state/project.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useView } from '#renderer/state/view.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import { type MapLayer, mapLayers } from '#shared/model/layer.ts';
import { BaseUnitsNote } from './base-units-note.tsx';
import styles from './layer-panel.module.css';

/** As they lie on the map: the uppermost first. */
const listed = [...mapLayers].reverse();

/** Switches of the map's layers, each with its opacity. */
export const LayerPanel = memo(function LayerPanel(props: { onClose: () => void }) {
  const text = useText();
  const view = useView();
  const { layers } = view;
  // The document changes in place.
  useRevision();
  const document = useProject((state) => state.document);
  const hasBaseUnits = (document?.all('baseUnit').length ?? 0) > 0;
  /** Opacity that a hidden layer comes back with. */
  const [before, setBefore] = useState<Partial<Record<MapLayer, number>>>({});

  return (
    <SidePanel title={text('layer.title')} onClose={props.onClose}>
      <ul className={styles.layers}>
        {listed.map((layer) => {
          if (layer === 'baseUnits' && !hasBaseUnits) return null;
          const opacity = layers[layer];
          const name = text(`layer.${layer}`);
          return (
            <li key={layer} className={styles.layer}>
              <Checkbox
                checked={opacity > 0}
                onChange={({ target }) => {
                  if (!target.checked) setBefore({ ...before, [layer]: opacity });
                  view.setLayer(layer, target.checked ? (before[layer] ?? 1) : 0);
                }}
              >
                {name}
                {layer === 'issues' && opacity > 0 && (
                  <small className={styles.hint}>{text('layer.issuesHint')}</small>
                )}
              </Checkbox>
              <Slider
                className={styles.slider ?? ''}
                ariaLabelForHandle={text('layer.opacity', { layer: name })}
                disabled={opacity === 0}
                min={10}
                max={100}
                step={10}
                value={Math.round((opacity || (before[layer] ?? 1)) * 100)}
                tooltip={{ formatter: (value) => `${value ?? 0}%` }}
                onChange={(value: number) => view.setLayer(layer, value / 100)}
              />
              {layer === 'baseUnits' && document && <BaseUnitsNote document={document} />}
            </li>
          );
        })}
      </ul>
      <BaseMapSection />
    </SidePanel>
  );
});
