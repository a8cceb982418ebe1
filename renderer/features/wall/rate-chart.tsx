import { useMemo } from 'react';
import { Chart } from '#renderer/ui/chart.tsx';
import { useText } from '#renderer/ui/use-text.ts';
import type { MonthRate } from '#shared/analysis/on-time-rate.ts';
import styles from './wall.module.css';

/** Share of issues closed in time, month by month, with the last full figure beside it. */
export function RateChart(props: { rates: readonly MonthRate[] }) {
  const text = useText();
  const { rates } = props;
  const option = useMemo(
    () => ({
      animation: false,
      grid: { left: 4, right: 4, top: 6, bottom: 6 },
      xAxis: { type: 'category', show: false, data: rates.map((rate) => rate.month) },
      yAxis: {
        type: 'value',
        show: false,
        min: Math.max(0, Math.min(...rates.map((rate) => rate.rate)) - 0.05),
        max: 1,
      },
      series: [
        {
          type: 'line',
          data: rates.map((rate) => rate.rate),
          symbol: 'none',
          lineStyle: { width: 3, color: '#d9dee8' },
          areaStyle: { color: 'rgba(217, 222, 232, 0.14)' },
        },
      ],
    }),
    [rates],
  );
  const last = rates.at(-1);
  if (!last) return null;
  const percent = (last.rate * 100).toFixed(1);
  return (
    <div className={styles.rate}>
      <span>{text('wall.onTime')}</span>
      <div>
        <Chart
          option={option}
          label={text('wall.onTimeChart', { months: rates.length, percent })}
        />
      </div>
      <strong>{percent}%</strong>
    </div>
  );
}
