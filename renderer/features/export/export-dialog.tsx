import { Alert, Button, Checkbox, Modal, Progress, Radio } from 'antd';
import { ListChecks } from 'lucide-react';
import { useMemo, useState } from 'react';
import { runJob } from '#renderer/jobs/run-job.ts';
import { listedFindings, useFindings } from '#renderer/state/findings.ts';
import { useProject } from '#renderer/state/project.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useView } from '#renderer/state/view.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { type LayerId, layerIds } from '#shared/formats/layer-ids.ts';
import { postLevel } from '#shared/model/post.ts';
import type { AnyRecord } from '#shared/model/record.ts';
import styles from './export-dialog.module.css';
import { layerCounts } from './layer-counts.ts';
import { exportInput } from './export-input.ts';
import { ExportOptions } from './export-options.tsx';
import { useExportSettings } from './export-settings.ts';
import { Losses } from './losses.tsx';
import { useExport } from './use-export.ts';

const firstChoice: readonly LayerId[] = ['district', 'streets', 'communities', 'zones', 'points'];

const places: readonly string[] = postLevel.options;

/** The record when it is a place that others may belong to or that stands for itself. */
function namedPlace(record: AnyRecord | undefined): { id: string; name: string } | null {
  if (!record || !places.includes(record.kind) || !('name' in record)) return null;
  return { id: record.id, name: record.name };
}

/** Export of layers, of the selection or of the findings, in any format and system that offices use. */
export function ExportDialog(props: { onClose: () => void }) {
  const text = useText();
  const revision = useRevision();
  const document = useProject((state) => state.document);
  const report = useFindings((state) => state.report);
  const issueFilter = useView((state) => state.issueFilter);
  const [chosen, setChosen] = useState<readonly LayerId[]>(firstChoice);
  const [partly, setPartly] = useState(false);
  const [phones, setPhones] = useState(false);
  const settings = useExportSettings();
  const { progress, exportLayers, exportFindings } = useExport();
  const selectedId = useView((state) => state.selectedId);
  const selected = namedPlace(document?.get(selectedId ?? ''));

  const findings = listedFindings(report).length;
  const counts = useMemo(
    () => (document ? layerCounts(document, issueFilter, findings) : null),
    // oxlint-disable-next-line react/exhaustive-deps -- the document changes in place; its revision tells
    [document, revision, issueFilter, findings],
  );
  if (!document || !counts) return null;

  const layers = layerIds.filter((layer) => chosen.includes(layer) && counts[layer] > 0);
  const reviewNumber = document.all('district')[0]?.reviewNumber ?? '';
  const publishes = layers.some((layer) => layer !== 'issues' && layer !== 'findings');
  const toggle = (layer: LayerId, on: boolean) =>
    setChosen((all) => (on ? [...all, layer] : all.filter((one) => one !== layer)));
  const choice = { layers, under: partly ? (selected?.id ?? null) : null, phones, ...settings };
  const run = async () => {
    if (await exportLayers(choice)) props.onClose();
  };
  const find = (signal: AbortSignal) => {
    const input = exportInput(choice, text);
    return input ? runJob('exportLosses', input, { signal }) : Promise.resolve([]);
  };

  return (
    <Modal
      open
      title={text('export.title')}
      width={600}
      centered
      classNames={{ body: styles.body ?? '' }}
      onCancel={props.onClose}
      footer={[
        <Button
          key="list"
          className={styles.list}
          icon={<ListChecks size={14} aria-hidden />}
          disabled={!report || progress !== null}
          title={report ? '' : text('export.findingsFirst')}
          onClick={() => void exportFindings(phones)}
        >
          {text('export.findingsCsv')}
        </Button>,
        <Button key="cancel" onClick={props.onClose}>
          {text('import.cancel')}
        </Button>,
        <Button
          key="run"
          type="primary"
          disabled={layers.length === 0 || progress !== null}
          onClick={() => void run()}
        >
          {text('export.run')}
        </Button>,
      ]}
    >
      {selected && (
        <Radio.Group
          className={styles.part ?? ''}
          aria-label={text('export.part')}
          value={partly}
          options={[
            { value: false, label: text('export.all') },
            { value: true, label: text('export.selected', { name: selected.name }) },
          ]}
          onChange={({ target }) => setPartly(target.value === true)}
        />
      )}
      <fieldset className={styles.group}>
        <legend>{text('export.layers')}</legend>
        <div className={styles.layers}>
          {layerIds.map((layer) => (
            <div key={layer} className={styles.layer}>
              <Checkbox
                checked={chosen.includes(layer) && counts[layer] > 0}
                disabled={counts[layer] === 0}
                onChange={(event) => toggle(layer, event.target.checked)}
              >
                {text(`export.layer.${layer}`)}
              </Checkbox>
              {/* In its row, so that the dialog keeps its size when the check ends. */}
              <span className={styles.count}>
                {layer === 'findings' && !report
                  ? text('export.findingsFirst')
                  : formatNumber(counts[layer])}
              </span>
            </div>
          ))}
        </div>
        {layers.length > 1 && settings.format === 'geojson' && (
          <p className={styles.quiet}>{text('export.several')}</p>
        )}
        {layers.length === 0 && <p className={styles.quiet}>{text('export.empty')}</p>}
      </fieldset>
      <ExportOptions phones={phones} onPhones={setPhones} />
      {/* Found anew whenever the choice is another one. */}
      <Losses key={JSON.stringify(choice)} find={layers.length > 0 ? find : null} />
      {publishes && (
        <Alert
          type="info"
          showIcon
          title={
            reviewNumber === ''
              ? text('export.noReviewNumber')
              : text('export.reviewNumber', { number: reviewNumber })
          }
        />
      )}
      {progress !== null && (
        <div role="status" className={styles.progress}>
          {text('export.working', { percent: Math.round(progress * 100) })}
          <Progress percent={Math.round(progress * 100)} showInfo={false} />
        </div>
      )}
    </Modal>
  );
}
