import { memo } from 'react';
import { Tooltip } from 'antd';
import {
  Filter,
  GitBranch,
  Layers,
  type LucideIcon,
  MonitorPlay,
  Presentation,
  Scale,
} from 'lucide-react';
import { useText } from '#renderer/ui/use-text.ts';
import styles from './rail.module.css';

export type RailPanel = 'layers' | 'filter' | 'plans' | 'divide' | 'scenes';

const panels: [RailPanel, LucideIcon][] = [
  ['layers', Layers],
  ['filter', Filter],
  ['plans', GitBranch],
  ['divide', Scale],
  ['scenes', Presentation],
];

/** Left edge: which panel lies over the map, and the way to the wall. */
export const Rail = memo(function Rail(props: {
  active: RailPanel | null;
  onActive: (panel: RailPanel | null) => void;
  onWall: () => void;
}) {
  const text = useText();
  const names = {
    layers: text('rail.layers'),
    filter: text('rail.filter'),
    plans: text('rail.plans'),
    divide: text('rail.divide'),
    scenes: text('rail.scenes'),
  };
  return (
    <nav className={styles.rail} aria-label={text('rail.label')}>
      {panels.map(([panel, Icon]) => (
        // Whoever has opened a panel reads its title there; a tooltip would lie over it.
        <Tooltip key={panel} title={props.active === panel ? '' : names[panel]} placement="right">
          <button
            type="button"
            aria-label={names[panel]}
            aria-pressed={props.active === panel}
            onClick={() => props.onActive(props.active === panel ? null : panel)}
          >
            <Icon size={18} aria-hidden />
          </button>
        </Tooltip>
      ))}
      <Tooltip title={text('command.window_wall')} placement="right">
        <button type="button" aria-label={text('command.window_wall')} onClick={props.onWall}>
          <MonitorPlay size={18} aria-hidden />
        </button>
      </Tooltip>
    </nav>
  );
});
