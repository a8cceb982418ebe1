import { Checkbox } from 'antd';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './keep.module.css';

/** A copy with a passphrase is merged into a project without one: what that means, and the choice to give it the same. */
export function SealChoice(props: { seals: boolean; onChange: (seals: boolean) => void }) {
  const text = useText();
  const { seals, onChange } = props;
  return (
    <div className={styles.sealing}>
      <Checkbox checked={seals} onChange={(event) => onChange(event.target.checked)}>
        {text('keep.merge.seal')}
      </Checkbox>
      <p role={seals ? undefined : 'alert'}>
        {text(seals ? 'keep.merge.sealHint' : 'keep.merge.unsealedHint')}
      </p>
    </div>
  );
}
