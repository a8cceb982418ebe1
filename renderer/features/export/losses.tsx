import { Alert } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Loss } from '#shared/formats/write/writer.ts';

/** What the file will not keep, said before it is written; made anew for each choice. */
export function Losses(props: { find: ((signal: AbortSignal) => Promise<Loss[]>) | null }) {
  const text = useText();
  const [losses, setLosses] = useState<readonly Loss[] | null>(null);
  const { find } = props;
  const look = useEffectEvent((signal: AbortSignal) => find?.(signal) ?? Promise.resolve([]));
  useEffect(() => {
    const ending = new AbortController();
    // A moment later, so that several changes are looked at once.
    const timer = setTimeout(() => {
      look(ending.signal).then(setLosses, () => setLosses(null));
    }, 250);
    return () => {
      clearTimeout(timer);
      ending.abort();
    };
  }, []);
  if (!find || !losses) return null;
  if (losses.length === 0) {
    return <Alert type="info" showIcon title={text('export.lossless')} role="status" />;
  }
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      title={
        <>
          {text('export.losses')}
          <ul>
            {losses.map(({ key, params }) => (
              <li key={JSON.stringify([key, params])}>
                {text(textKey(`format.loss.${key}`), params)}
              </li>
            ))}
          </ul>
        </>
      }
    />
  );
}
