import { Alert, Checkbox, DatePicker, Form, Modal } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { askToAdopt, usePlans } from '#renderer/state/plans.ts';
import { useProject } from '#renderer/state/project.ts';
import { editPlans } from '#renderer/state/project-actions.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { adoptScenario } from '#shared/edits/commands/adopt-scenario.ts';
import type { Document } from '#shared/edits/document.ts';
import { changeCount, conflictsOf } from '#shared/edits/scenario/zone-patch.ts';
import type { Scenario } from '#shared/model/scenario.ts';

/** The form that puts a scenario in force from a day on, while one is asked for. */
export function AdoptDialog() {
  const adoptingId = usePlans((state) => state.adoptingId);
  const stored = useProject((state) => state.stored);
  const scenario = adoptingId === null ? undefined : stored?.find('scenario', adoptingId);
  if (!scenario || !stored) return null;
  return <AdoptForm key={scenario.id} scenario={scenario} stored={stored} />;
}

function AdoptForm({ scenario, stored }: { scenario: Scenario; stored: Document }) {
  const text = useText();
  const say = useSayResult();
  const today = useToday();
  const [from, setFrom] = useState(scenario.from ?? today);
  const [overwrites, setOverwrites] = useState(false);
  const revision = useProject((state) => state.revision);
  const { changes } = scenario;
  const conflicts = useMemo(() => {
    void revision;
    return conflictsOf(stored, changes);
  }, [stored, changes, revision]);
  const isNow = from <= today;
  const count = changeCount(changes);
  const isBlocked = isNow && conflicts.length > 0 && !overwrites;
  return (
    <Modal
      open
      title={text('plans.adoptTitle', { name: scenario.name })}
      okText={text(isNow ? 'plans.adoptNow' : 'plans.adoptLater')}
      cancelText={text('common.cancel')}
      okButtonProps={{ disabled: isBlocked || count === 0 }}
      onCancel={() => askToAdopt(null)}
      onOk={() => {
        const editionId = crypto.randomUUID();
        const args = { scenarioId: scenario.id, from, today, editionId, overwrites };
        if (say(editPlans(adoptScenario, args))) askToAdopt(null);
      }}
    >
      <Form layout="vertical">
        <Form.Item label={text('plans.adoptFrom')} htmlFor="adopt-from">
          <DatePicker
            id="adopt-from"
            allowClear={false}
            value={dayjs(from)}
            onChange={(day) => dayjs.isDayjs(day) && setFrom(day.format('YYYY-MM-DD'))}
          />
        </Form.Item>
      </Form>
      <p>{count === 0 ? text('plans.nothingDrawn') : text('plans.adoptCount', { count })}</p>
      <p>{text(isNow ? 'plans.adoptNowHint' : 'plans.adoptLaterHint', { day: from })}</p>
      {isNow && conflicts.length > 0 && (
        <>
          <Alert
            type="warning"
            showIcon
            title={text('plans.conflicts', { count: conflicts.length })}
          />
          <Checkbox
            checked={overwrites}
            onChange={({ target }) => setOverwrites(target.checked)}
            style={{ marginTop: 8 }}
          >
            {text('plans.overwrite')}
          </Checkbox>
        </>
      )}
    </Modal>
  );
}
