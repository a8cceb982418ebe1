import {
  Alert,
  Button,
  Form,
  InputNumber,
  type InputNumberProps,
  Progress,
  Segmented,
  Select,
} from 'antd';
import { useMemo, useState } from 'react';
import { dropProposals, propose, stopProposing, useDivide } from '#renderer/state/divide.ts';
import { useProject } from '#renderer/state/project.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { UnitChoice } from '#shared/jobs/balance-units.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Host } from '#shared/host/host.ts';
import { BarrierField, type Barriers } from './barrier-field.tsx';
import styles from './divide.module.css';
import { Proposals } from './proposals.tsx';

const wholeDistrict = '';
/** At first: cells of 1 ha, as city grids have them. */
const cellM = 100;

/** Proposes divisions of a street or the district by workload, put together from units. */
export function DividePanel(props: {
  host: Host;
  document: Document;
  /** Proposals have been asked for: their ground is to be seen. */
  onGround: (id: string) => void;
  onClose: () => void;
}) {
  const text = useText();
  const revision = useRevision();
  const { document } = props;
  const role = useProject((state) => state.role);
  const isPast = useProject((state) => state.plan.of === 'day');
  const { progress, answer, asked, shown, refusal, error } = useDivide();
  const { streets, hasCommunities, hasBaseUnits, hasRoads, locks } = useMemo(() => {
    void revision;
    return {
      streets: document.all('street'),
      hasCommunities: document.all('community').length > 0,
      hasBaseUnits: document.all('baseUnit').length > 0,
      hasRoads: document.all('zone').some(({ shape }) => shape === 'strip'),
      locks: document.all('lock').length,
    };
  }, [document, revision]);
  const [streetId, setStreetId] = useState(() => streets[0]?.id ?? wholeDistrict);
  const [aim, setAim] = useState<'improve' | 'fresh'>('improve');
  const [zoneCount, setZoneCount] = useState(6);
  const [base, setBase] = useState<UnitChoice['of']>('cells');
  const [sizeM, setSizeM] = useState(cellM);
  const [barriers, setBarriers] = useState<Barriers>({ roads: true, files: [], bridgeFree: false });
  const [seed, setSeed] = useState(1);
  const [effort, setEffort] = useState(1);
  const start = () => {
    const districtId = document.all('district')[0]?.id;
    const ground = streetId === wholeDistrict ? districtId : streetId;
    if (ground !== undefined) props.onGround(ground);
    void propose({
      streetId: streetId === wholeDistrict ? null : streetId,
      units: base === 'cells' ? { of: 'cells', sizeM } : { of: base },
      zoneCount: aim === 'improve' ? null : zoneCount,
      roadsPart: hasRoads && barriers.roads,
      barriers: barriers.files.flatMap(({ lines }) => lines),
      bridgeFree: barriers.bridgeFree,
      newName: text('divide.newName'),
      seed,
      effort,
    });
  };
  return (
    <SidePanel
      title={text('divide.title')}
      onClose={() => {
        dropProposals();
        props.onClose();
      }}
    >
      <Form layout="vertical" className={styles.form ?? ''} hidden={answer !== null}>
        <Form.Item label={text('divide.scope')} htmlFor="divide-scope">
          <Select
            id="divide-scope"
            showSearch
            optionFilterProp="label"
            value={streetId}
            onChange={setStreetId}
            options={[
              { value: wholeDistrict, label: text('divide.district') },
              ...streets.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Form.Item>
        <Segmented
          block
          aria-label={text('divide.how')}
          value={aim}
          options={[
            { value: 'improve' as const, label: text('divide.improve') },
            { value: 'fresh' as const, label: text('divide.fresh') },
          ]}
          onChange={setAim}
        />
        {aim === 'fresh' && (
          <NumberField
            id="divide-count"
            label={text('divide.count')}
            min={1}
            max={2000}
            precision={0}
            value={zoneCount}
            onChange={setZoneCount}
          />
        )}
        <div className={styles.pair}>
          <Form.Item label={text('divide.units')} htmlFor="divide-units">
            <Select
              id="divide-units"
              value={base}
              onChange={setBase}
              options={[
                { value: 'cells' as const, label: text('divide.cells') },
                {
                  value: 'communities' as const,
                  label: text('divide.communities'),
                  disabled: !hasCommunities,
                },
                {
                  value: 'baseUnits' as const,
                  label: text('divide.baseUnits'),
                  disabled: !hasBaseUnits,
                },
              ]}
            />
          </Form.Item>
          {base === 'cells' && (
            <NumberField
              id="divide-size"
              label={text('divide.size')}
              min={10}
              max={5000}
              step={10}
              suffix="m"
              value={sizeM}
              onChange={setSizeM}
            />
          )}
        </div>
        <BarrierField
          host={props.host}
          document={document}
          hasRoads={hasRoads}
          value={barriers}
          onChange={setBarriers}
        />
        <div className={styles.pair}>
          <NumberField
            id="divide-seed"
            label={text('divide.seed')}
            min={0}
            max={999_999}
            precision={0}
            value={seed}
            onChange={setSeed}
          />
          <Form.Item label={text('divide.effort')} htmlFor="divide-effort">
            <Select
              id="divide-effort"
              value={effort}
              onChange={setEffort}
              options={[1, 4, 16].map((value) => ({
                value,
                label: text(textKey(`divide.efforts.${value}`)),
              }))}
            />
          </Form.Item>
        </div>
        <p className={styles.quiet}>{text('divide.levels')}</p>
        {locks > 0 && <p className={styles.quiet}>{text('divide.locks', { count: locks })}</p>}
      </Form>
      {progress === null ? (
        !answer && (
          <div className={styles.buttons}>
            <Button type="primary" block disabled={isPast} onClick={start}>
              {text('divide.start')}
            </Button>
          </div>
        )
      ) : (
        <div role="status" className={`${styles.buttons} ${styles.progress}`}>
          <Progress percent={Math.round(100 * progress)} size="small" />
          <Button size="small" onClick={stopProposing}>
            {text('divide.stop')}
          </Button>
        </div>
      )}
      {refusal && (
        <Alert
          type="warning"
          showIcon
          className={styles.alert ?? ''}
          title={text(textKey(refusal.refused), refusal.params)}
        />
      )}
      {error && (
        <Alert
          type="error"
          showIcon
          className={styles.alert ?? ''}
          title={text('divide.failed', { reason: error })}
        />
      )}
      {answer && asked && (
        <Proposals answer={answer} shown={shown} seed={asked.seed} mayEdit={role === 'writer'} />
      )}
    </SidePanel>
  );
}

/** A number that is always there: while the field is empty the one before stays. */
function NumberField(
  props: Pick<InputNumberProps<number>, 'min' | 'max' | 'step' | 'precision' | 'suffix'> & {
    id: string;
    label: string;
    value: number;
    onChange: (value: number) => void;
  },
) {
  const { id, label, onChange, ...field } = props;
  return (
    <Form.Item label={label} htmlFor={id}>
      <InputNumber id={id} {...field} onChange={(value) => value !== null && onChange(value)} />
    </Form.Item>
  );
}
