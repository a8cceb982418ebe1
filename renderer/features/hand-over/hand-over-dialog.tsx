import { Alert, Button, Checkbox, DatePicker, Modal, Progress, Segmented } from 'antd';
import dayjs from 'dayjs';
import { Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ListExport } from '#renderer/features/export/list-export.tsx';
import { useHandOver } from '#renderer/state/hand-over.ts';
import { useProjectParts } from '#renderer/state/project.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { touchesDuty } from '#shared/edits/touches-duty.ts';
import { handOverTables } from '#shared/formats/export/hand-over-tables.ts';
import { listFile } from '#shared/formats/list/list-file.ts';
import { localDay } from '#shared/model/local-day.ts';
import styles from './hand-over.module.css';
import type { HandOverChoice } from './hand-over-states.ts';
import { HandOverUnits } from './hand-over-units.tsx';
import { handOverRows, handOverWords } from './hand-over-words.ts';
import { StepChoice } from './step-choice.tsx';
import { useHandOverSheet } from './use-hand-over-sheet.ts';
import { usePrintHandOver } from './use-print-hand-over.ts';

const format = 'YYYY-MM-DD';

/** Who receives and who gives up what, by unit, between two states of the project; to be printed. */
export function HandOverDialog(props: { onClose: () => void }) {
  const text = useText();
  const today = useToday();
  const { history, project } = useProjectParts('history', 'project');
  const offset = project?.utcOffsetMinutes ?? 0;
  const rows = useMemo(() => history.filter(({ patch }) => touchesDuty(patch)), [history]);
  const last = rows.at(-1)?.sequence ?? null;
  const asked = useHandOver((state) => state.steps);
  const [by, setBy] = useState<HandOverChoice['by']>(last === null ? 'days' : 'steps');
  const [steps, setSteps] = useState<[number, number] | null>(
    () => asked ?? (last === null ? null : [last, last]),
  );
  const [effectiveOn, setEffectiveOn] = useState(today);
  const [days, setDays] = useState<[string, string]>(() => [
    dayjs(today).subtract(1, 'month').format(format),
    today,
  ]);
  const [phones, setPhones] = useState(false);

  const choice: HandOverChoice | null =
    by === 'days'
      ? { by, from: days[0], to: days[1] }
      : steps && { by, first: steps[0], last: steps[1], effectiveOn };
  const { sheet, error } = useHandOverSheet(choice);
  const on = by === 'days' ? days[1] : effectiveOn;
  const { progress, print } = usePrintHandOver();
  const begun = history[0] && localDay(Date.parse(history[0].time), offset);
  const empty = sheet !== null && sheet.lines.length === 0;
  const ready = sheet !== null && !empty && progress === null;
  const percent = Math.round(100 * (progress ?? 0));

  return (
    <Modal
      open
      title={text('handOver.title')}
      width={1080}
      centered
      onCancel={props.onClose}
      footer={
        <div className={styles.foot}>
          <Checkbox
            className={styles.phones ?? ''}
            checked={phones}
            onChange={({ target }) => setPhones(target.checked)}
          >
            {text('handOver.printPhones')}
          </Checkbox>
          <ListExport
            name={text('handOver.fileName', { project: project?.name ?? '', day: on })}
            disabled={!ready}
            make={async (kind, withPhones) => {
              const lines = sheet ? handOverRows(sheet, text, withPhones, offset) : [];
              return listFile(handOverTables(lines, handOverWords(text)), kind);
            }}
          />
          <Button
            type="primary"
            icon={<Printer size={14} aria-hidden />}
            disabled={!ready}
            onClick={() => sheet && void print(sheet, on, phones)}
          >
            {text('handOver.print')}
          </Button>
        </div>
      }
    >
      <div className={styles.choice}>
        <Segmented
          aria-label={text('handOver.by')}
          value={by}
          options={[
            { value: 'steps' as const, label: text('handOver.bySteps'), disabled: last === null },
            { value: 'days' as const, label: text('handOver.byDays') },
          ]}
          onChange={setBy}
        />
        {by === 'steps' && steps && (
          <>
            <StepChoice rows={rows} steps={steps} offset={offset} onChange={setSteps} />
            <div>
              <label htmlFor="hand-over-on">{text('handOver.effectiveOn')}</label>
              <DatePicker
                id="hand-over-on"
                allowClear={false}
                value={dayjs(effectiveOn)}
                onChange={(day) => day && setEffectiveOn(day.format(format))}
              />
            </div>
          </>
        )}
        {by === 'days' && (
          <div>
            <label htmlFor="hand-over-days">{text('handOver.days')}</label>
            <DatePicker.RangePicker
              id="hand-over-days"
              allowClear={false}
              value={[dayjs(days[0]), dayjs(days[1])]}
              onChange={(picked) => {
                const [from, to] = picked ?? [];
                if (from && to) setDays([from.format(format), to.format(format)]);
              }}
            />
          </div>
        )}
      </div>
      {by === 'days' && (begun === undefined || days[0] < begun) && (
        <p className={styles.quiet}>
          {begun === undefined ? text('handOver.noLog') : text('handOver.logFrom', { day: begun })}
        </p>
      )}
      {error && <Alert type="error" showIcon title={text('handOver.failed', { reason: error })} />}
      <div className={styles.sheet} tabIndex={0} role="region" aria-label={text('handOver.sheet')}>
        {!sheet && !error && <p className={styles.quiet}>{text('handOver.working')}</p>}
        {empty && <p className={styles.quiet}>{text('handOver.empty')}</p>}
        {sheet && <HandOverUnits sheet={sheet} offset={offset} />}
      </div>
      {progress !== null && (
        <div role="status" className={styles.progress}>
          {text('handOver.printing', { percent })}
          <Progress percent={percent} showInfo={false} />
        </div>
      )}
    </Modal>
  );
}
