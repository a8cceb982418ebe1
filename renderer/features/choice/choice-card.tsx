import { Button, Radio } from 'antd';
import { X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useLocks } from '#renderer/features/locks/use-locks.ts';
import { takeTool, useTools } from '#renderer/features/redraw/tool-store.ts';
import { ConsequenceRows } from '#renderer/features/repair/consequence-rows.tsx';
import { useMayEdit } from '#renderer/features/repair/use-may-edit.ts';
import { chooseAlso, dropChoice, keepZone, useChosenZones } from '#renderer/state/chosen-zones.ts';
import {
  carryOutEdit,
  lookAtEdit,
  lookAwayFrom,
  useGroundTrial,
} from '#renderer/state/ground-trial.ts';
import { useAnswer } from '#renderer/state/chain.ts';
import { useSayResult } from '#renderer/state/use-say-result.ts';
import { formatArea } from '#renderer/ui/format.ts';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import { areaM2, polygonsOf } from '#shared/geo/area-m2.ts';
import { sameRecord } from '#shared/edits/same-record.ts';
import type { EditOutcome, EditRequest } from '#shared/jobs/try-edit.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import styles from './choice.module.css';

/** Several zones chosen at once: who keeps responsibility, what a merge would mean, and locks. */
export function ChoiceCard(props: { document: Document; revision: number }) {
  const { document, revision } = props;
  const text = useText();
  const say = useSayResult();
  const mayEdit = useMayEdit();
  const { ids, keeperId } = useChosenZones();
  const trial = useGroundTrial();
  const held = useAnswer('zoneHolders', {}).answer;
  const { lockOutside } = useLocks(document);
  const holders = useMemo(() => new Map(held), [held]);
  const zones = useMemo(() => {
    void revision;
    return ids.flatMap((id) => {
      const zone = document.find('zone', id);
      const ground = zone && zoneGround(zone);
      return zone ? [{ zone, areaM2: ground ? areaM2(ground) : 0 }] : [];
    });
  }, [document, revision, ids]);

  const merging = useMemo((): EditRequest | null => {
    if (keeperId === null) return null;
    const zoneIds = [keeperId, ...ids.filter((id) => id !== keeperId)];
    return { command: 'mergeZones', args: { zoneIds } };
  }, [ids, keeperId]);
  useEffect(() => {
    if (!merging) return;
    // One thing is looked at at a time: choosing puts the tool away, and a tool taken lets the choice go.
    if (useTools.getState().activeId !== null) takeTool(null);
    lookAtEdit(merging);
    return () => lookAwayFrom(merging);
  }, [merging]);
  useEffect(
    () =>
      useTools.subscribe(({ activeId }, before) => {
        if (activeId !== null && activeId !== before.activeId) dropChoice();
      }),
    [],
  );

  if (keeperId === null || merging === null) return null;
  const outcome = sameRecord(trial.request, merging) ? trial.outcome : null;
  const ending = document
    .all('post')
    .filter(({ targetId }) => targetId !== keeperId && ids.includes(targetId)).length;
  const merge = () =>
    void carryOutEdit(merging).then((result) => {
      if (result && say(result)) dropChoice();
    });
  const canMerge = mayEdit && outcome !== null && 'result' in outcome;
  return (
    <SidePanel
      title={text('choice.title', { count: ids.length })}
      subtitle={text('choice.subtitle')}
      onClose={dropChoice}
    >
      <h3 id="choice-keeper">{text('choice.keeper')}</h3>
      <Radio.Group
        className={styles.zones}
        aria-labelledby="choice-keeper"
        value={keeperId}
        onChange={({ target }) => keepZone(String(target.value))}
      >
        {zones.map(({ zone, areaM2: size }) => (
          <div key={zone.id} className={styles.zone}>
            <Radio value={zone.id}>
              <span className={styles.name}>{zone.name}</span>{' '}
              <span className={styles.quiet}>
                {holders.get(zone.id) ?? ''} {formatArea(size)}
              </span>
            </Radio>
            <button
              type="button"
              className={styles.leave}
              aria-label={text('choice.leave', { zone: zone.name })}
              onClick={() => chooseAlso(zone.id)}
            >
              <X size={13} aria-hidden />
            </button>
          </div>
        ))}
      </Radio.Group>
      <h3>{text('choice.preview')}</h3>
      <Consequence outcome={outcome} keeperId={keeperId} />
      <p className={styles.quiet}>
        {text(ending > 0 ? 'choice.ends' : 'choice.endsPlainly', {
          zones: ids.length - 1,
          posts: ending,
        })}
      </p>
      <footer className={styles.foot}>
        <Button type="primary" size="small" disabled={!canMerge} onClick={merge}>
          {text('choice.merge')}
        </Button>
        <Button size="small" disabled={!mayEdit} onClick={() => lockOutside(ids)}>
          {text('locks.only')}
        </Button>
        <Button size="small" type="text" onClick={dropChoice}>
          {text('choice.clear')}
        </Button>
      </footer>
    </SidePanel>
  );
}

function Consequence({ outcome, keeperId }: { outcome: EditOutcome | null; keeperId: string }) {
  const text = useText();
  if (!outcome) return <p className={styles.quiet}>{text('choice.working')}</p>;
  if ('refused' in outcome) {
    return (
      <p className={styles.refused} role="alert">
        {text(textKey(outcome.refused), outcome.params)}
      </p>
    );
  }
  const [, merged] = outcome.result.patch.updated[keeperId] ?? [];
  const ground = merged?.kind === 'zone' ? zoneGround(merged) : null;
  const parts = ground ? polygonsOf(ground).length : 1;
  return (
    <>
      <ConsequenceRows consequences={outcome.consequences} none={text('repair.nobodyAffected')} />
      {parts > 1 && <p className={styles.refused}>{text('choice.parts', { count: parts })}</p>}
    </>
  );
}
