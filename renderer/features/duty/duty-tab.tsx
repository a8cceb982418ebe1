import { Button, DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useEdit } from '#renderer/features/edit/use-edit.ts';
import { useAnswer } from '#renderer/state/chain.ts';
import { useDialogs } from '#renderer/state/dialogs.ts';
import { useProject } from '#renderer/state/project.ts';
import { showUncovered } from '#renderer/state/uncovered.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { useClock } from '#renderer/ui/use-clock.ts';
import { useTableThere } from '#renderer/ui/table-there.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { streetsInOrder } from '#shared/analysis/streets-in-order.ts';
import { repeatDutyLists } from '#shared/edits/commands/repeat-duty-lists.ts';
import type { Document } from '#shared/edits/document.ts';
import { CutOffClock } from './cut-off-clock.tsx';
import { type DutyAct, DutyDialog } from './duty-dialog.tsx';
import { DutyPeople } from './duty-people.tsx';
import { DutyPlaces } from './duty-places.tsx';
import styles from './duty.module.css';
import { dutyStateOf, dutyStates } from './duty-state.ts';
import { DutyStreets } from './duty-streets.tsx';
import { StateBadge } from './state-badge.tsx';
import { streetDuty } from './street-duty.ts';

const shift = (day: string, days: number) => dayjs(day).add(days, 'day').format('YYYY-MM-DD');
const nothing: readonly string[] = [];

/** The duty of a day: who is in by the cut-off and who is not, and what ground that leaves. */
export function DutyTab(props: {
  document: Document;
  revision: number;
  onChoose: (id: string) => void;
}) {
  const text = useText();
  const edit = useEdit();
  const { document, revision, onChoose } = props;
  const today = useToday();
  const [picked, setPicked] = useState<string | null>(null);
  const day = picked ?? today;
  const { answer, error } = useAnswer('dutyDay', { day });
  const project = useProject((state) => state.project);
  const [view, setView] = useState<'people' | 'places' | 'streets'>('people');
  const [act, setAct] = useState<DutyAct | null>(null);
  const now = useClock(5000);
  const offset = project?.utcOffsetMinutes ?? 480;
  const cutOff = project?.chain.dutyCutOff ?? '';
  const due = answer !== null && now > answer.deadline;

  const units = useMemo(() => {
    void revision;
    return new Map(document.all('organisation').map(({ id, name }) => [id, name]));
  }, [document, revision]);
  const deadline = answer?.deadline ?? 0;
  const moment = due ? Infinity : -Infinity;
  const rows = useMemo(
    () =>
      (answer?.lines ?? []).map((line) => ({
        line,
        state: dutyStateOf(line, deadline, moment),
        unit: units.get(line.person?.organisationId ?? '') ?? '',
      })),
    [answer, deadline, moment, units],
  );
  const streets = useMemo(() => {
    void revision;
    return streetsInOrder(document.all('street'));
  }, [document, revision]);
  const streetName = useCallback(
    (id: string | null) => document.find('street', id ?? '')?.name ?? '',
    [document],
  );
  const names = useMemo(() => new Map(rows.map(({ line }) => [line.key, line.name])), [rows]);
  const nameOf = useCallback((key: string) => names.get(key) ?? key, [names]);

  const uncovered = useMemo(() => {
    const open = (answer?.places ?? []).filter(({ coveredAt }) => coveredAt === null);
    return due ? open.map(({ id }) => id) : nothing;
  }, [answer, due]);
  useEffect(() => {
    showUncovered(uncovered);
    return () => showUncovered(nothing);
  }, [uncovered]);

  const lastDay = answer?.days.find((one) => one < day);
  const listed = answer?.lists.some(({ entries }) => entries > 0) ?? false;
  useTableThere(listed);
  return (
    <section className={styles.tab} aria-label={text('drawer.duty')}>
      <div className={styles.bar}>
        <span className={styles.days}>
          <Button
            type="text"
            size="small"
            icon={<ChevronLeft size={16} aria-hidden />}
            aria-label={text('duty.dayBefore')}
            onClick={() => setPicked(shift(day, -1))}
          />
          <DatePicker
            size="small"
            aria-label={text('duty.day')}
            value={dayjs(day)}
            allowClear={false}
            onChange={(value) => value && setPicked(value.format('YYYY-MM-DD'))}
          />
          <Button
            type="text"
            size="small"
            icon={<ChevronRight size={16} aria-hidden />}
            aria-label={text('duty.dayAfter')}
            onClick={() => setPicked(shift(day, 1))}
          />
          {day !== today && (
            <Button type="link" size="small" onClick={() => setPicked(null)}>
              {text('duty.today')}
            </Button>
          )}
        </span>
        <Segmented
          size="small"
          value={view}
          aria-label={text('duty.view')}
          options={[
            { value: 'people', label: `${text('duty.people')} ${rows.length}` },
            { value: 'places', label: `${text('duty.places')} ${answer?.places.length ?? 0}` },
            { value: 'streets', label: text('duty.streets') },
          ]}
          onChange={setView}
        />
        <ul className={styles.figures} aria-label={text('duty.figures')}>
          {dutyStates.map((state) => {
            const count = rows.filter((row) => row.state === state).length;
            return count === 0 ? null : (
              <li key={state}>
                <StateBadge state={state} /> <b>{count}</b>
              </li>
            );
          })}
        </ul>
        {answer && answer.strangers.length > 0 && (
          <span
            className={styles.quiet}
            title={answer.strangers.map(({ name, phone }) => name || phone).join('、')}
          >
            {text('duty.strangers', { count: answer.strangers.length })}
          </span>
        )}
        {answer && day === today && <CutOffClock deadline={answer.deadline} cutOff={cutOff} />}
        {day !== today && <span className={styles.clock}>{text('duty.cutOff', { cutOff })}</span>}
      </div>
      {error !== null && (
        <div className={styles.hint} role="alert">
          {error}
        </div>
      )}
      {answer && !listed && (
        <div className={styles.hint}>
          <p>{text('duty.noList', { day })}</p>
          <div>
            <Button
              size="small"
              type="primary"
              onClick={() => useDialogs.getState().show('import')}
            >
              {text('duty.import')}
            </Button>
            {lastDay !== undefined && (
              <Button
                size="small"
                onClick={() =>
                  edit(repeatDutyLists, { from: lastDay, day, newId: () => crypto.randomUUID() })
                }
              >
                {text('duty.repeat', { day: lastDay })}
              </Button>
            )}
          </div>
        </div>
      )}
      {answer && listed && (
        <div className={styles.body}>
          {view === 'people' && (
            <DutyPeople rows={rows} utcOffsetMinutes={offset} onChoose={onChoose} onAct={setAct} />
          )}
          {view === 'places' && (
            <DutyPlaces
              places={answer.places}
              streetName={streetName}
              nameOf={nameOf}
              utcOffsetMinutes={offset}
              due={due}
              onChoose={onChoose}
            />
          )}
          {view === 'streets' && (
            <DutyStreets
              streets={streetDuty(streets, rows, answer.places, text('duty.elsewhere'))}
              onChoose={onChoose}
            />
          )}
        </div>
      )}
      {act && answer && (
        <DutyDialog
          document={document}
          revision={revision}
          day={day}
          act={act}
          utcOffsetMinutes={offset}
          deadline={answer.deadline}
          onClose={() => setAct(null)}
        />
      )}
    </section>
  );
}
