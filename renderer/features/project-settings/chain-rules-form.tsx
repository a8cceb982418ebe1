import { Checkbox, Form, InputNumber, Switch, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { teamMinutes } from '#shared/chain/team-minutes.ts';
import type { ChainRules } from '#shared/model/chain-rules.ts';
import styles from './project-settings.module.css';

/** How far the example of the formula is, in metres. */
const exampleM = 1000;

/** The project's own rules of duty, reach and borders. */
export function ChainRulesForm(props: {
  rules: ChainRules;
  onChange: (rules: ChainRules) => void;
}) {
  const text = useText();
  const { rules, onChange } = props;
  const { reach } = rules;
  const set = (changed: Partial<ChainRules>) => onChange({ ...rules, ...changed });
  const setReach = (changed: Partial<ChainRules['reach']>) =>
    set({ reach: { ...reach, ...changed } });
  const number = (
    id: string,
    value: number,
    [min, max, step]: [number, number, number],
    unit: string,
    change: (value: number) => void,
  ) => (
    <InputNumber
      id={id}
      value={value}
      min={min}
      max={max}
      step={step}
      addonAfter={unit}
      style={{ width: 150 }}
      onChange={(next) => next !== null && change(next)}
    />
  );
  const minutes = (transport: 'vehicle' | 'foot') =>
    formatNumber(teamMinutes(exampleM, transport, reach), 1);
  return (
    <Form layout="vertical" className={styles.rules ?? ''}>
      <Form.Item
        label={text('settings.rules.cutOff')}
        extra={text('settings.rules.cutOffHint')}
        htmlFor="duty-cut-off"
      >
        <TimePicker
          id="duty-cut-off"
          format="HH:mm"
          allowClear={false}
          needConfirm={false}
          changeOnScroll={false}
          value={dayjs(`2000-01-01T${rules.dutyCutOff}:00`)}
          onChange={(time) => {
            if (dayjs.isDayjs(time)) set({ dutyCutOff: time.format('HH:mm') });
          }}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item label={text('settings.rules.vehicle')} htmlFor="vehicle-speed">
          {number('vehicle-speed', reach.vehicleKmh, [1, 200, 1], 'km/h', (vehicleKmh) =>
            setReach({ vehicleKmh }),
          )}
        </Form.Item>
        <Form.Item label={text('settings.rules.foot')} htmlFor="foot-speed">
          {number('foot-speed', reach.footKmh, [0.5, 20, 0.5], 'km/h', (footKmh) =>
            setReach({ footKmh }),
          )}
        </Form.Item>
        <Form.Item label={text('settings.rules.detour')} htmlFor="detour-factor">
          {number('detour-factor', reach.detourFactor, [1, 5, 0.1], '×', (detourFactor) =>
            setReach({ detourFactor }),
          )}
        </Form.Item>
      </div>
      <p className={styles.formula}>
        {text('settings.rules.formula', { vehicle: minutes('vehicle'), foot: minutes('foot') })}
      </p>
      <Form.Item>
        <Checkbox
          checked={reach.withinMinutes !== null}
          onChange={(event) => setReach({ withinMinutes: event.target.checked ? 15 : null })}
        >
          {text('settings.rules.wantsTeam')}
        </Checkbox>
        {reach.withinMinutes !== null && (
          <InputNumber
            value={reach.withinMinutes}
            min={1}
            max={600}
            addonAfter={text('settings.rules.minutes')}
            style={{ width: 150 }}
            aria-label={text('settings.rules.within')}
            onChange={(withinMinutes) => withinMinutes !== null && setReach({ withinMinutes })}
          />
        )}
      </Form.Item>
      <Form.Item
        label={text('settings.rules.border')}
        extra={text('settings.rules.borderHint')}
        htmlFor="border-metres"
      >
        {number('border-metres', rules.borderM, [1, 1000, 5], 'm', (borderM) => set({ borderM }))}
      </Form.Item>
      <Form.Item
        label={text('settings.rules.rank')}
        extra={text('settings.rules.rankHint')}
        htmlFor="rank-persons"
      >
        <Switch
          id="rank-persons"
          checked={rules.rankPersons}
          onChange={(rankPersons) => set({ rankPersons })}
        />
      </Form.Item>
    </Form>
  );
}
