import { Button } from 'antd';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './roster.module.css';

/** What to do when a list is empty: filters can be cleared, or a roster pasted. */
export function RosterEmpty(props: {
  none: string;
  /** There is something that the filters hide. */
  filtered: boolean;
  onClear: () => void;
  onPaste: (() => void) | null;
}) {
  const text = useText();
  return (
    <div className={styles.empty}>
      <p>{props.none}</p>
      {props.filtered ? (
        <Button size="small" onClick={props.onClear}>
          {text('roster.clear')}
        </Button>
      ) : (
        props.onPaste && (
          <Button size="small" onClick={props.onPaste}>
            {text('roster.paste.open')}
          </Button>
        )
      )}
    </div>
  );
}
