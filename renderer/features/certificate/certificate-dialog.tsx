import { Alert, Button, Input, Modal, Progress } from 'antd';
import { FileBadge, FileJson } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useProject } from '#renderer/state/project.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Issuer } from '#shared/briefing/certificate/certificate.ts';
import styles from './certificate.module.css';
import { CertificateSummary } from './certificate-summary.tsx';
import { mapHeight, mapWidth } from './pdf/map-size.ts';
import { PrintMap, type PrintMapHandle } from './print-map.tsx';
import { useMadeCertificate } from './use-made-certificate.ts';
import { useSaveCertificate } from './use-save-certificate.ts';

const fields = ['unit', 'signer', 'reviewNumber'] as const;

/** What a certificate of the project would say, who issues it, and where to save it. */
export function CertificateDialog(props: { version: string; onClose: () => void }) {
  const text = useText();
  const document = useProject((state) => state.document);
  const { made, progress, error, again } = useMadeCertificate(props.version);
  const map = useRef<PrintMapHandle>(null);
  const saving = useSaveCertificate(map);
  const [wantsPdf, setWantsPdf] = useState(false);
  const [issuer, setIssuer] = useState<Issuer>(() => ({
    unit: '',
    signer: '',
    reviewNumber: document?.all('district')[0]?.reviewNumber ?? '',
  }));
  const fieldId = useId();
  if (!document) return null;

  const idle = made !== null && saving.progress === null;
  const savePdf = () => {
    if (!made) return;
    setWantsPdf(true);
    void saving.savePdf(made.body, issuer);
  };
  const percent = Math.round(100 * (made ? (saving.progress ?? 0) : progress));
  const working = made === null ? error === null : saving.progress !== null;
  return (
    <>
      <Modal
        open
        title={text('certificate.title')}
        width={640}
        centered
        onCancel={props.onClose}
        footer={[
          <Button
            key="json"
            icon={<FileJson size={14} aria-hidden />}
            disabled={!idle}
            onClick={() => made && void saving.saveJson(made.body, issuer)}
          >
            {text('certificate.dialog.saveJson')}
          </Button>,
          <Button
            key="pdf"
            type="primary"
            icon={<FileBadge size={14} aria-hidden />}
            disabled={!idle}
            onClick={savePdf}
          >
            {text('certificate.dialog.savePdf')}
          </Button>,
        ]}
      >
        {error !== null && (
          <Alert
            type="error"
            showIcon
            title={text('certificate.dialog.failed', { reason: error })}
            action={<Button onClick={again}>{text('certificate.dialog.again')}</Button>}
          />
        )}
        {made && <CertificateSummary body={made.body} />}
        {working && (
          <div role="status" className={styles.progress}>
            {text(made ? 'certificate.dialog.printing' : 'certificate.dialog.working', { percent })}
            <Progress percent={percent} showInfo={false} />
          </div>
        )}
        <div className={styles.fields}>
          {fields.map((field) => (
            <div key={field}>
              <label htmlFor={`${fieldId}-${field}`}>{text(`certificate.dialog.${field}`)}</label>
              <Input
                id={`${fieldId}-${field}`}
                value={issuer[field]}
                maxLength={100}
                onChange={({ target }) => setIssuer((was) => ({ ...was, [field]: target.value }))}
              />
            </div>
          ))}
        </div>
        <p className={styles.quiet}>{text('certificate.dialog.names')}</p>
      </Modal>
      {wantsPdf && made && (
        <PrintMap
          ref={map}
          document={document}
          findings={made.report.findings}
          width={mapWidth}
          height={mapHeight}
          onReady={saving.onMapReady}
        />
      )}
    </>
  );
}
