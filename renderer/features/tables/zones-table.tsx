import { area as sphericalArea } from '@turf/turf';
import { useMemo } from 'react';
import { LockButton } from '#renderer/features/locks/lock-button.tsx';
import { zoneLock } from '#renderer/features/locks/locks-on.ts';
import { useAnswer } from '#renderer/state/chain.ts';
import { chooseAlso, extendChoice, useChosenZones } from '#renderer/state/chosen-zones.ts';
import { openMenu } from '#renderer/state/context-menu.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { formatNumber } from '#renderer/ui/format.ts';
import { textKey, useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Zone } from '#shared/model/zone.ts';
import { zoneGround } from '#shared/topology/zone-ground.ts';
import { textColumn } from './text-column.ts';

interface Row {
  zone: Zone;
  parent: string;
  hectares: number;
  holder: string;
}

/** All zones with their ground and who answers for them. */
export function ZonesTable(props: {
  document: Document;
  revision: number;
  selectedId: string | null;
  onSelect: (id: string) => void;
  onActivate: (id: string) => void;
}) {
  const text = useText();
  const held = useAnswer('zoneHolders', {}).answer;
  const chosen = useChosenZones((state) => state.ids);
  const chosenKeys = useMemo(() => new Set(chosen), [chosen]);
  const { document, revision } = props;
  const rows = useMemo(() => {
    void revision;
    return zoneRows(document, new Map(held));
  }, [document, revision, held]);
  const columns: Column<Row>[] = [
    textColumn('name', text('table.name'), 'minmax(180px, 1.4fr)', (row) => row.zone.name),
    textColumn('code', text('table.code'), '160px', (row) => row.zone.code),
    {
      key: 'shape',
      title: text('table.shape'),
      width: '88px',
      render: (row) => text(textKey(`shape.${row.zone.shape}`)),
      sort: (row) => row.zone.shape,
    },
    textColumn('parent', text('table.parent'), 'minmax(140px, 1fr)', (row) => row.parent),
    {
      key: 'holder',
      title: text('table.holder'),
      width: 'minmax(140px, 1fr)',
      render: (row) => (held ? row.holder || text('chain.vacant') : ''),
      sort: (row) => row.holder,
    },
    {
      key: 'area',
      title: text('table.hectares'),
      width: '110px',
      align: 'end',
      render: (row) => formatNumber(row.hectares, 2),
      sort: (row) => row.hectares,
    },
    {
      key: 'lock',
      title: text('locks.column'),
      width: '64px',
      render: (row) => <LockButton document={document} zoneId={row.zone.id} />,
      sort: (row) => (zoneLock(document, row.zone.id) ? 0 : 1),
    },
  ];
  return (
    <DataTable
      label={text('drawer.zones')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.zone.id}
      selectedKey={props.selectedId}
      onSelect={(row) => props.onSelect(row.zone.id)}
      onActivate={(row) => props.onActivate(row.zone.id)}
      chosenKeys={chosenKeys}
      onChooseAlso={(row) => chooseAlso(row.zone.id)}
      onExtend={(row) => extendChoice(row.zone.id)}
      onMenu={(row, at) => openMenu({ of: 'record', id: row.zone.id }, at)}
      empty={text('table.noZones')}
    />
  );
}

function zoneRows(document: Document, holders: ReadonlyMap<string, string>): Row[] {
  return document.all('zone').map((zone) => {
    const parent = zone.parentId ? document.get(zone.parentId) : undefined;
    const ground = zoneGround(zone);
    return {
      zone,
      parent: parent && 'name' in parent ? parent.name : '',
      hectares: ground ? sphericalArea(ground) / 10_000 : 0,
      holder: holders.get(zone.id) ?? '',
    };
  });
}
