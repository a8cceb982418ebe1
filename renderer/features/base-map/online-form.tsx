import { Alert, Button, Input, Select, Switch } from 'antd';
import { useId, useState } from 'react';
import { setOnline, useBaseMaps } from '#renderer/state/base-maps.ts';
import { useAttempt } from '#renderer/state/use-attempt.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { addressProblem, addressTemplates } from '#shared/formats/tiles/online-map.ts';
import styles from './base-map.module.css';

const own = 'own';

/** The user's own address of map tiles with its switch: while it is off, nothing is asked of the network. */
export function OnlineForm() {
  const text = useText();
  const id = useId();
  const { address, isOnline } = useBaseMaps();
  const [open, setOpen] = useState(isOnline);
  const [draft, setDraft] = useState(address);
  const { attempt } = useAttempt();
  const problem = addressProblem(draft);
  const known = Object.entries(addressTemplates).find(([, value]) => value === draft.template)?.[0];

  if (!open) {
    return (
      <Button type="link" size="small" className={styles.more ?? ''} onClick={() => setOpen(true)}>
        {text('baseMap.openOnline')}
      </Button>
    );
  }
  return (
    <div className={styles.online} role="group" aria-label={text('baseMap.online')}>
      <label htmlFor={`${id}-kind`}>{text('baseMap.address')}</label>
      <Select
        id={`${id}-kind`}
        size="small"
        disabled={isOnline}
        value={known ?? own}
        options={[
          ...(['tiandituVector', 'tiandituImagery'] as const).map((value) => ({
            value,
            label: text(`baseMap.template.${value}`),
          })),
          { value: own, label: text('baseMap.template.own') },
        ]}
        onChange={(value: string) =>
          setDraft({
            ...draft,
            template: value === own ? '' : addressTemplates[value as keyof typeof addressTemplates],
          })
        }
      />
      {known === undefined && (
        <Input
          size="small"
          disabled={isOnline}
          aria-label={text('baseMap.template.own')}
          placeholder="https://…/{z}/{x}/{y}.png"
          value={draft.template}
          onChange={({ target }) => setDraft({ ...draft, template: target.value })}
        />
      )}
      {draft.template.includes('{tk}') && (
        <>
          <label htmlFor={`${id}-token`}>{text('baseMap.token')}</label>
          <Input.Password
            id={`${id}-token`}
            size="small"
            disabled={isOnline}
            value={draft.token}
            onChange={({ target }) => setDraft({ ...draft, token: target.value })}
          />
        </>
      )}
      <label className={styles.switch} htmlFor={`${id}-on`}>
        <Switch
          id={`${id}-on`}
          size="small"
          checked={isOnline}
          disabled={!isOnline && problem !== null}
          onChange={(on) => void attempt(() => setOnline(on, draft))}
        />
        {text('baseMap.useOnline')}
      </label>
      {problem && draft.template !== '' && (
        <p className={styles.quiet}>{text(`baseMap.refused.${problem}`)}</p>
      )}
      <Alert type="info" showIcon title={text('baseMap.onlineHint')} />
    </div>
  );
}
