import { Alert, Button, Checkbox, Modal, Progress } from 'antd';
import { ListChecks } from 'lucide-react';
import { useMemo, useState } from 'react';
import { listedFindings, useFindings } from '#renderer/state/findings.ts';
import { useProject } from '#renderer/state/project.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useView } from '#renderer/state/view.ts';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { type LayerId, layerIds } from '#shared/formats/layer-ids.ts';
import styles from './export-dialog.module.css';
import { layerCounts } from './layer-counts.ts';
import { useExport } from './use-export.ts';

const firstChoice: readonly LayerId[] = ['district', 'streets', 'communities', 'zones', 'points'];

/** Export of chosen layers as one GeoJSON file, and of the findings as a list. */
export function ExportDialog(props: { onClose: () => void }) {
  const text = useText();
  const revision = useRevision();
  const document = useProject((state) => state.document);
  const report = useFindings((state) => state.report);
  const issueFilter = useView((state) => state.issueFilter);
  const [chosen, setChosen] = useState<readonly LayerId[]>(firstChoice);
  const [holders, setHolders] = useState(true);
  const [phones, setPhones] = useState(false);
  const { progress, exportLayers, exportFindings } = useExport();

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
  const run = async () => {
    if (await exportLayers(layers, { holders, phones })) props.onClose();
  };

  return (
    <Modal
      open
      title={text('export.title')}
      width={520}
      centered
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
      <fieldset className={styles.group}>
        <legend>{text('export.layers')}</legend>
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
        {layers.length > 1 && <p className={styles.quiet}>{text('export.several')}</p>}
        {layers.length === 0 && <p className={styles.quiet}>{text('export.empty')}</p>}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{text('export.options')}</legend>
        <Checkbox checked={holders} onChange={(event) => setHolders(event.target.checked)}>
          {text('export.holders')}
        </Checkbox>
        <Checkbox checked={phones} onChange={(event) => setPhones(event.target.checked)}>
          {text('export.phones')}
        </Checkbox>
        <p className={styles.quiet}>{text('export.phonesHint')}</p>
      </fieldset>
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
