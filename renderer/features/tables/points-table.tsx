import { useMemo } from 'react';
import { openMenu } from '#renderer/state/context-menu.ts';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Point } from '#shared/model/point.ts';
import { textColumn } from './text-column.ts';

/** All points with kind and address. */
export function PointsTable(props: {
  document: Document;
  revision: number;
  selectedId: string | null;
  onSelect: (id: string) => void;
  onActivate: (id: string) => void;
}) {
  const text = useText();
  const { document, revision } = props;
  const { rows, kinds } = useMemo(() => {
    void revision;
    const scheme = document.all('project')[0]?.schemes.pointKinds ?? [];
    return {
      rows: document.all('point'),
      kinds: new Map(scheme.map((kind) => [kind.key, kind.name])),
    };
  }, [document, revision]);
  const kindOf = (point: Point) => kinds.get(point.pointKind) ?? point.pointKind;
  const columns: Column<Point>[] = [
    textColumn('name', text('table.name'), 'minmax(180px, 1.4fr)', (point) => point.name),
    textColumn('kind', text('table.kind'), '140px', kindOf),
    textColumn('code', text('table.code'), '160px', (point) => point.code),
    textColumn('address', text('table.address'), 'minmax(200px, 2fr)', (point) => point.address),
  ];
  return (
    <DataTable
      label={text('drawer.points')}
      columns={columns}
      rows={rows}
      rowKey={(point) => point.id}
      selectedKey={props.selectedId}
      onSelect={(point) => props.onSelect(point.id)}
      onActivate={(point) => props.onActivate(point.id)}
      onMenu={(point, at) => openMenu({ of: 'record', id: point.id }, at)}
      empty={text('table.noPoints')}
    />
  );
}
