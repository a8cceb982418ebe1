import { Button } from 'antd';
import { useChain } from '#renderer/state/chain.ts';
import { runCheck } from '#renderer/state/findings.ts';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './notice-line.module.css';

/** Says that tables and cards wait for a worker that is gone, and offers to start it again. */
export function ChainLostLine() {
  const text = useText();
  const isLost = useChain((state) => state.isLost);
  if (!isLost) return null;
  return (
    <div role="alert" className={styles.line}>
      <span>{text('chain.lost')}</span>
      <Button size="small" onClick={() => void runCheck()}>
        {text('chain.startAgain')}
      </Button>
    </div>
  );
}
