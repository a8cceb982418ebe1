import { Input } from 'antd';
import { useState } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './redraw.module.css';
import type { ToolHand } from './tool-hand.ts';
import { typedPlace } from './typed-place.ts';

/** Marks the field, so that digits typed over the map go into it. */
export const typedPlaceId = 'redraw-typed-place';

/** Coordinates, or a length and bearing, for the vertex taken or the next point. */
export function TypedPlaceField(props: { hand: ToolHand }) {
  const { hand } = props;
  const text = useText();
  const [typed, setTyped] = useState('');
  const [failed, setFailed] = useState(false);
  return (
    <span className={styles.typed}>
      <Input
        id={typedPlaceId}
        size="small"
        value={typed}
        status={failed ? 'error' : ''}
        aria-label={text('redraw.typed.label')}
        aria-invalid={failed}
        aria-describedby={failed ? `${typedPlaceId}-fault` : undefined}
        placeholder={text('redraw.typed.example')}
        onChange={({ target }) => {
          setTyped(target.value);
          setFailed(false);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            event.preventDefault();
            setTyped('');
            setFailed(false);
            hand.focusMap();
          }
          if (event.key !== 'Enter') return;
          event.preventDefault();
          const anchor = hand.anchor();
          const position = anchor && typedPlace(typed, anchor);
          if (!position) return setFailed(true);
          setTyped('');
          hand.focusMap();
          hand.tell({ type: 'typed', position });
        }}
      />
      {failed && (
        <span id={`${typedPlaceId}-fault`} className={styles.fault} role="alert">
          {text('redraw.typed.fault')}
        </span>
      )}
    </span>
  );
}
