import { useMemo } from 'react';
import { type Column, DataTable } from '#renderer/ui/data-table.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import type { Document } from '#shared/edits/document.ts';
import type { Point } from '#shared/model/point.ts';

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
    {
      key: 'name',
      title: text('table.name'),
      width: 'minmax(180px, 1.4fr)',
      render: (point) => point.name,
      sort: (point) => point.name,
    },
    {
      key: 'kind',
      title: text('table.kind'),
      width: '140px',
      render: kindOf,
      sort: kindOf,
    },
    {
      key: 'code',
      title: text('table.code'),
      width: '160px',
      render: (point) => point.code,
      sort: (point) => point.code,
    },
    {
      key: 'address',
      title: text('table.address'),
      width: 'minmax(200px, 2fr)',
      render: (point) => point.address,
      sort: (point) => point.address,
    },
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
      empty={text('table.noPoints')}
    />
  );
}
