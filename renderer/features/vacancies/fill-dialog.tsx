import { DatePicker, Modal } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { PersonSelect } from '#renderer/features/chain-fixes/person-select.tsx';
import { useSearchIndex } from '#renderer/features/search/use-search-index.ts';
import { edit } from '#renderer/state/project-actions.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { useRevision } from '#renderer/state/use-records.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Vacancy } from '#shared/analysis/vacancies.ts';
import { fillSeats, type SeatFilling } from '#shared/edits/commands/fill-seats.ts';
import type { Document } from '#shared/edits/document.ts';
import styles from './vacancies.module.css';
import { vacancyKey } from './vacancy-key.ts';

const searched = ['person'] as const;

/** Who takes which of some seats, from one day on: for all the same person, or one by one. */
export function FillDialog(props: {
  document: Document;
  vacancies: readonly Vacancy[];
  onClose: () => void;
  onFilled: () => void;
}) {
  const { document, vacancies } = props;
  const text = useText();
  const on = useToday();
  const say = useSayResult();
  const list = useRef<HTMLUListElement>(null);
  const entries = useSearchIndex(document, useRevision(), searched);
  const [people, setPeople] = useState<ReadonlyMap<string, string>>(new Map());
  const [from, setFrom] = useState(on);
  const [refused, setRefused] = useState<string | null>(null);
  const put = (some: readonly Vacancy[], id: string | undefined) =>
    setPeople((before) => {
      const next = new Map(before);
      for (const one of some) {
        if (id === undefined) next.delete(vacancyKey(one));
        else next.set(vacancyKey(one), id);
      }
      return next;
    });
  const seats = vacancies.flatMap((vacancy): SeatFilling[] => {
    const personId = people.get(vacancyKey(vacancy));
    if (personId === undefined) return [];
    const { state, place, role, person } = vacancy;
    if (state === 'leave' && person) {
      return [{ kind: 'deputise', personId: person.id, deputyId: personId, on }];
    }
    const newId = crypto.randomUUID();
    const seat = { level: place.level, targetId: place.id, role: role.key };
    return [{ kind: 'appoint', ...seat, personId, from, newId }];
  });
  const fill = () => {
    const result = edit(fillSeats, { seats });
    if ('refused' in result) {
      setRefused(text(textKey(result.refused), result.params));
      return;
    }
    say(result);
    props.onFilled();
    props.onClose();
  };
  const choices = { document, entries, on };
  const needsDay = vacancies.some(({ state }) => state !== 'leave');
  return (
    <Modal
      open
      title={text('vacancies.fillTitle', { count: vacancies.length })}
      width={620}
      okText={text('vacancies.fill', { count: seats.length })}
      cancelText={text('common.cancel')}
      okButtonProps={{ disabled: seats.length === 0 }}
      onOk={fill}
      onCancel={props.onClose}
      afterOpenChange={(isOpen) => {
        if (isOpen) list.current?.querySelector<HTMLElement>('input')?.focus();
      }}
    >
      {refused && (
        <p className={styles.failure} role="alert">
          {refused}
        </p>
      )}
      {needsDay && (
        <label className={styles.common}>
          <span>{text('chainFix.from')}</span>
          <DatePicker
            allowClear={false}
            value={dayjs(from)}
            onChange={(day) => setFrom(day?.format('YYYY-MM-DD') ?? on)}
          />
        </label>
      )}
      {vacancies.length > 1 && (
        <label className={styles.common}>
          <span>{text('vacancies.samePerson')}</span>
          <PersonSelect
            {...choices}
            label={text('vacancies.samePerson')}
            onChange={(id) => put(vacancies, id)}
          />
        </label>
      )}
      <ul ref={list} className={styles.seats}>
        {vacancies.map((vacancy) => {
          const { place, role, state, person } = vacancy;
          const words = `${place.name} ${role.name}`;
          return (
            <li key={vacancyKey(vacancy)}>
              <span>
                {words}
                <small>
                  {text(textKey(`vacancies.states.${state}`), { person: person?.name ?? '' })}
                </small>
              </span>
              <PersonSelect
                {...choices}
                label={text(
                  state === 'leave' ? 'chainFix.person.deputise' : 'chainFix.person.appoint',
                )}
                value={people.get(vacancyKey(vacancy))}
                without={state === 'leave' && person ? [person.id] : []}
                onChange={(id) => put([vacancy], id)}
              />
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}
