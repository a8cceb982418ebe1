import { Segmented } from 'antd';
import { useState } from 'react';
import { useText } from '#renderer/ui/use-text.ts';
import { DepartmentMatrix } from './department-matrix.tsx';
import type { MatrixProps } from './matrix-props.ts';
import { ZoneMatrix } from './zone-matrix.tsx';

/** 条块结合无空档: where the line departments have people, and which zones answer for which class. */
export function MatrixTab(props: MatrixProps) {
  const text = useText();
  const [view, setView] = useState<'departments' | 'zones'>('departments');
  const chooser = (
    <Segmented
      size="small"
      value={view}
      aria-label={text('matrix.view')}
      options={[
        { value: 'departments', label: text('matrix.departments') },
        { value: 'zones', label: text('matrix.zones') },
      ]}
      onChange={setView}
    />
  );
  return view === 'departments' ? (
    <DepartmentMatrix {...props} chooser={chooser} />
  ) : (
    <ZoneMatrix {...props} chooser={chooser} />
  );
}
