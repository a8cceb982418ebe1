import { formatNumber } from '#renderer/ui/format.ts';
import { useText } from '#renderer/ui/use-text.ts';
import type { Proposed } from '#renderer/state/divide.ts';
import styles from './divide.module.css';

const width = 260;
const height = 140;
const left = 34;
const bottom = 36;
const top = 12;
const right = 14;

const percent = (value: number) => `${formatNumber(100 * value)}%`;

/** What each proposal trades: how even it is against how much of the work changes hands. */
export function TradeOff(props: {
  answer: Proposed;
  shown: number;
  onShow: (number: number) => void;
}) {
  const text = useText();
  const { answer, shown } = props;
  const { proposals, present } = answer;
  const dots = [
    ...(present ? [{ label: '0', x: 0, y: present.score.deviation, number: -1 }] : []),
    ...proposals.map(({ score }, number) => ({
      label: String(number + 1),
      x: score.changed,
      y: score.deviation,
      number,
    })),
  ];
  const mostX = Math.max(0.05, ...dots.map(({ x }) => x));
  const mostY = Math.max(0.05, ...dots.map(({ y }) => y));
  const at = ({ x, y }: { x: number; y: number }) => ({
    cx: left + (x / mostX) * (width - left - right),
    cy: top + (1 - y / mostY) * (height - top - bottom),
  });
  const label = text('divide.chart', {
    dots: dots
      .map((dot) => text('divide.dot', { label: dot.label, x: percent(dot.x), y: percent(dot.y) }))
      .join('; '),
  });
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line x1={left} x2={left} y1={top} y2={height - bottom} />
      <line x1={left} x2={width - right} y1={height - bottom} y2={height - bottom} />
      <text x={left - 4} y={top + 6} textAnchor="end">
        {percent(mostY)}
      </text>
      <text x={left - 4} y={height - bottom} textAnchor="end">
        0
      </text>
      <text x={width - right} y={height - 18} textAnchor="end">
        {percent(mostX)}
      </text>
      <text x={(left + width) / 2} y={height - 3} textAnchor="middle">
        {text('divide.changes')}
      </text>
      <text x={width - right} y={top} textAnchor="end">
        {text('divide.deviation')}
      </text>
      {dots.map((dot) => {
        const { cx, cy } = at(dot);
        return (
          <g
            key={dot.label}
            data-shown={dot.number === shown}
            data-present={dot.number < 0}
            onClick={() => dot.number >= 0 && props.onShow(dot.number)}
          >
            <circle cx={cx} cy={cy} r={8} />
            <text className={styles.number} x={cx} y={cy + 4} textAnchor="middle">
              {dot.label}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
