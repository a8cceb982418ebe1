import { area as sphericalArea } from '@turf/turf';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useEdit } from '#renderer/features/edit/use-edit.ts';
import { useMayEdit } from '#renderer/features/edit/use-may-edit.ts';
import { formatArea } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import { removeRecords } from '#shared/edits/commands/remove-records.ts';
import type { BaseUnit } from '#shared/model/base-unit.ts';
import styles from './detail.module.css';
import { Fact } from './fact.tsx';

/** Card of a base unit: its size, what its file said of it, and the way to take it out again. */
export function BaseUnitDetail({ unit }: { unit: BaseUnit }) {
  const text = useText();
  const edit = useEdit();
  const mayEdit = useMayEdit();
  const sizeM2 = useMemo(() => sphericalArea(unit.geometry), [unit]);
  const attributes = Object.entries(unit.attributes).filter(
    ([, value]) => value !== null && value !== '',
  );
  return (
    <>
      <dl className={styles.facts}>
        <Fact label={text('detail.area')}>{formatArea(sizeM2)}</Fact>
      </dl>
      {attributes.length > 0 && (
        <>
          <h3>{text('detail.attributes', { count: attributes.length })}</h3>
          <dl className={styles.attributes}>
            {attributes.map(([heading, value]) => (
              <div key={heading}>
                <dt>{heading}</dt>
                <dd>{String(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      {mayEdit && (
        <Button
          size="small"
          className={styles.remove}
          onClick={() => edit(removeRecords, { ids: [unit.id] })}
        >
          {text('detail.removeBaseUnit')}
        </Button>
      )}
    </>
  );
}
