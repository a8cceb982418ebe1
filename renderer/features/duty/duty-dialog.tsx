import { Form, Modal, TimePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef, useState } from 'react';
import { useEdit } from '#renderer/features/edit/use-edit.ts';
import { PersonSelect } from '#renderer/features/person-select/person-select.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import type { BoardLine } from '#shared/analysis/duty-board.ts';
import type { Document } from '#shared/edits/document.ts';
import { appointStandIn } from '#shared/edits/commands/appoint-stand-in.ts';
import { identifyOnDuty } from '#shared/edits/commands/identify-on-duty.ts';
import { recordCheckIn } from '#shared/edits/commands/record-check-in.ts';
import { localDayStart, localTime } from '#shared/model/local-day.ts';
import styles from './duty.module.css';

/** What is to be done about somebody on the list. */
export interface DutyAct {
  what: 'checkIn' | 'standIn' | 'identify';
  line: BoardLine;
}

interface Values {
  time?: Dayjs;
  personId?: string;
}

const minuteMs = 60_000;

/** A check-in by hand, a stand-in for the day, or who is meant by a name on the list. */
export function DutyDialog(props: {
  document: Document;
  revision: number;
  day: string;
  act: DutyAct;
  utcOffsetMinutes: number;
  deadline: number;
  onClose: () => void;
}) {
  const text = useText();
  const edit = useEdit();
  const [form] = Form.useForm<Values>();
  const body = useRef<HTMLDivElement>(null);
  const { day, utcOffsetMinutes, deadline, document, revision } = props;
  const { what, line } = props.act;
  const name = line.name || line.phone;
  const start = localDayStart(day, utcOffsetMinutes);
  const [now] = useState(() => Date.now());
  const isToday = now >= start && now < start + 86_400_000;
  const first = line.checkedInAt ?? (isToday ? now : deadline);

  const done = (ok: boolean) => {
    if (ok) props.onClose();
  };
  const checkIn = (at: number | null) => {
    // With somebody standing in, it is them who come.
    const { person, phone } = line;
    const who = line.standIn ?? { id: person?.id ?? null, name: line.name, phone };
    done(
      edit(recordCheckIn, {
        day,
        key: line.standIn?.id ?? line.key,
        personId: who.id,
        name: who.name,
        phone: who.phone,
        at,
        newId: crypto.randomUUID(),
      }),
    );
  };
  const finish = ({ time, personId }: Values) => {
    if (what === 'checkIn') {
      if (time) checkIn(start + (time.hour() * 60 + time.minute()) * minuteMs);
    } else if (personId) {
      const { key } = line;
      done(
        what === 'standIn'
          ? edit(appointStandIn, { day, key, standInId: personId })
          : edit(identifyOnDuty, { day, key, personId }),
      );
    }
  };
  const takeBack =
    what === 'checkIn' && line.checkedInAt !== null
      ? () => checkIn(null)
      : what === 'standIn' && line.standIn
        ? () => done(edit(appointStandIn, { day, key: line.key, standInId: null }))
        : null;

  return (
    <Modal
      open
      width={380}
      title={text(`duty.dialog.${what}`, { name })}
      okText={text(`duty.ok.${what}`)}
      cancelText={text(
        takeBack ? `duty.takeBack.${what === 'standIn' ? 'standIn' : 'checkIn'}` : 'common.cancel',
      )}
      onOk={() => form.submit()}
      // Esc and the cross only close; the button closes too, and takes back what was said before.
      onCancel={props.onClose}
      {...(takeBack && { cancelButtonProps: { onClick: takeBack } })}
      afterOpenChange={(open) => {
        if (open) body.current?.querySelector('input')?.focus();
      }}
    >
      <div ref={body}>
        <Form<Values>
          form={form}
          name="duty-act"
          className={styles.form ?? ''}
          layout="vertical"
          requiredMark={false}
          initialValues={{
            time: dayjs(`2000-01-01T${localTime(first, utcOffsetMinutes)}:00`),
            personId: what === 'standIn' ? line.standIn?.id : line.candidates[0]?.id,
          }}
          onFinish={finish}
        >
          {what === 'checkIn' ? (
            <Form.Item
              name="time"
              label={text(line.standIn ? 'duty.timeOfStandIn' : 'duty.timeOf', {
                name: line.standIn?.name ?? name,
                day,
              })}
              rules={[{ required: true, message: text('duty.timeNeeded') }]}
            >
              <TimePicker
                format="HH:mm"
                allowClear={false}
                needConfirm={false}
                changeOnScroll={false}
              />
            </Form.Item>
          ) : (
            <Form.Item
              name="personId"
              label={text(what === 'standIn' ? 'duty.standIn' : 'duty.isPerson')}
              extra={
                what === 'identify' && line.candidates.length > 0
                  ? text('duty.candidates', {
                      names: line.candidates.map((one) => `${one.name} ${one.phone}`).join('、'),
                    })
                  : text(what === 'standIn' ? 'duty.standInHint' : 'duty.identifyHint')
              }
              rules={[{ required: true, message: text('matrix.personNeeded') }]}
            >
              <PersonSelect
                document={document}
                revision={revision}
                organisationId={line.person?.organisationId ?? null}
                without={what === 'standIn' ? line.key : null}
              />
            </Form.Item>
          )}
        </Form>
      </div>
    </Modal>
  );
}
