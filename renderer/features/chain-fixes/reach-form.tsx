import { Form, InputNumber } from 'antd';
import { type Translate, useText } from '#renderer/ui/use-text.ts';
import { changeReach } from '#shared/edits/commands/change-reach.ts';
import { type ChainRules, defaultChainRules } from '#shared/model/chain-rules.ts';
import styles from './chain-fixes.module.css';
import { FixForm, type FixFormProps } from './fix-form.tsx';

type Reach = ChainRules['reach'];

/** Within how many minutes a team has to be there (empty: none is asked for), and what that is reckoned with. */
export function ReachForm({ document, apply }: FixFormProps<'change-reach'>) {
  const text = useText();
  const reach = document.all('project')[0]?.chain.reach ?? defaultChainRules().reach;
  return (
    <FixForm<Reach>
      initial={reach}
      onSubmit={(values) =>
        apply(changeReach, { ...values, withinMinutes: values.withinMinutes ?? null })
      }
    >
      <Form.Item
        name="withinMinutes"
        label={text('chainFix.withinMinutes')}
        extra={text('chainFix.withinMinutesEmpty')}
      >
        <InputNumber autoFocus min={1} max={600} className={styles.wide} />
      </Form.Item>
      <div className={styles.pair}>
        {measures(text).map(({ name, label, min, max, step }) => (
          <Form.Item
            key={name}
            name={name}
            label={label}
            rules={[{ required: true, message: text('chainFix.numberNeeded') }]}
          >
            <InputNumber min={min} max={max} step={step} className={styles.wide} />
          </Form.Item>
        ))}
      </div>
    </FixForm>
  );
}

function measures(text: Translate) {
  return [
    { name: 'detourFactor', label: text('chainFix.detour'), min: 1, max: 5, step: 0.1 },
    { name: 'vehicleKmh', label: text('chainFix.vehicleKmh'), min: 1, max: 200, step: 1 },
    { name: 'footKmh', label: text('chainFix.footKmh'), min: 0.5, max: 20, step: 0.5 },
  ] as const;
}
