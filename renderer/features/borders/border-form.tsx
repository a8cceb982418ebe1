import { Button, Checkbox, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { BorderTerms } from '#shared/edits/commands/register-border.ts';
import type { BorderStretch } from '#shared/jobs/chain-session/questions/border.ts';
import { type Border, borderCourses } from '#shared/model/border.ts';
import type { LonLat } from '#shared/model/primitives.ts';
import styles from './borders.module.css';
import { linesOfChoice, type StretchChoice, StretchField } from './stretch-field.tsx';

const noStretches: readonly BorderStretch[] = [];

/** What was agreed about a border, and of one without entry which stretch of it is meant. */
export function BorderForm(props: {
  entry: Border | undefined;
  names: readonly [string, string];
  stretches: readonly BorderStretch[];
  onCourse: (lines: readonly (readonly LonLat[])[]) => void;
  onSave: (terms: BorderTerms, lines: readonly (readonly LonLat[])[]) => void;
  onRemove: () => void;
  /** What is to be said before the fields. */
  children: ReactNode;
}) {
  const { entry, names, onCourse } = props;
  const text = useText();
  const mayEdit = useMayEdit();
  const id = useId();
  const stretches = entry ? noStretches : props.stretches;
  const [choice, setChoice] = useState<StretchChoice>(null);
  const [terms, setTerms] = useState<BorderTerms>(() => ({
    name: entry?.name ?? text('borders.defaultName', { first: names[0], second: names[1] }),
    follows: entry?.follows ?? 'centre-line',
    basis: entry?.basis ?? '',
    decision: entry?.decision ?? '',
    decidedOn: entry?.decidedOn ?? null,
    disputed: entry?.disputed ?? false,
  }));
  const change = (changed: Partial<BorderTerms>) => setTerms((was) => ({ ...was, ...changed }));
  useEffect(() => {
    if (stretches.length > 0) onCourse(linesOfChoice(stretches, choice));
  }, [stretches, choice, onCourse]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave({ ...terms, name: terms.name.trim() }, linesOfChoice(stretches, choice));
  };
  const field = (key: 'name' | 'basis' | 'decision', width?: string) => (
    <div className={width}>
      <label htmlFor={`${id}-${key}`}>{text(`borders.${key}`)}</label>
      <Input
        id={`${id}-${key}`}
        size="small"
        maxLength={key === 'name' ? 200 : 2000}
        value={terms[key]}
        onChange={({ target }) => change({ [key]: target.value })}
      />
    </div>
  );
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!mayEdit} className={styles.bare}>
        <div className={styles.title}>
          <h3>{terms.name}</h3>
          <Button
            type="primary"
            size="small"
            htmlType="submit"
            disabled={!mayEdit || terms.name.trim() === ''}
          >
            {text(entry ? 'borders.save' : 'borders.register')}
          </Button>
          {entry && (
            <Button size="small" disabled={!mayEdit} onClick={props.onRemove}>
              {text('borders.remove')}
            </Button>
          )}
        </div>
        {props.children}
        <div className={styles.fields}>
          {field('name', styles.double)}
          <div>
            <label htmlFor={`${id}-follows`}>{text('borders.follows')}</label>
            <Select
              id={`${id}-follows`}
              className={styles.full ?? ''}
              size="small"
              disabled={!mayEdit}
              value={terms.follows}
              options={borderCourses.map((value) => ({
                value,
                label: text(`borders.course.${value}`),
              }))}
              onChange={(follows) => change({ follows })}
            />
          </div>
          {field('basis')}
          {field('decision')}
          <div>
            <label htmlFor={`${id}-decidedOn`}>{text('borders.decidedOn')}</label>
            <DatePicker
              id={`${id}-decidedOn`}
              className={styles.full ?? ''}
              size="small"
              disabled={!mayEdit}
              value={terms.decidedOn ? dayjs(terms.decidedOn) : null}
              onChange={(day) => change({ decidedOn: day?.format('YYYY-MM-DD') ?? null })}
            />
          </div>
          {stretches.length > 0 && (
            <StretchField stretches={stretches} choice={choice} onChange={setChoice} />
          )}
          <Checkbox
            className={styles.wide ?? ''}
            disabled={!mayEdit}
            checked={terms.disputed}
            onChange={({ target }) => change({ disputed: target.checked })}
          >
            {text('borders.disputed')}
          </Checkbox>
        </div>
      </fieldset>
    </form>
  );
}
