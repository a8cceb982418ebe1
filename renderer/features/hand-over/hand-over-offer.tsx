import { Button } from 'antd';
import { FileSignature, X } from 'lucide-react';
import { declineHandOver, openHandOver, useHandOver } from '#renderer/state/hand-over.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './hand-over.module.css';

/** After an edit that passes ground or a seat on: its hand-over sheet is one click away. */
export function HandOverOffer() {
  const text = useText();
  const offered = useHandOver((state) => state.offered);
  if (offered === null) return null;
  return (
    <div className={styles.offer} role="status">
      <span>{text('handOver.offer')}</span>
      <Button
        size="small"
        icon={<FileSignature size={14} aria-hidden />}
        onClick={() => openHandOver([offered, offered])}
      >
        {text('handOver.open')}
      </Button>
      <Button
        size="small"
        type="text"
        aria-label={text('handOver.decline')}
        icon={<X size={14} aria-hidden />}
        onClick={declineHandOver}
      />
    </div>
  );
}
