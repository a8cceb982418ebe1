import { LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsCoreOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([LineChart, GridComponent, SVGRenderer]);

/** A chart that fills its box, follows its size, and is described by `label` for screen readers. */
export function Chart(props: { option: EChartsCoreOption; label: string }) {
  const { option } = props;
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(option);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const chart = init(element);
    chart.setOption(latest.current);
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element);
    const follow = (event: Event) =>
      chart.setOption((event as CustomEvent<EChartsCoreOption>).detail, true);
    element.addEventListener('option', follow);
    return () => {
      element.removeEventListener('option', follow);
      observer.disconnect();
      chart.dispose();
    };
  }, []);

  useEffect(() => {
    latest.current = option;
    box.current?.dispatchEvent(new CustomEvent('option', { detail: option }));
  }, [option]);

  return (
    <div ref={box} role="img" aria-label={props.label} style={{ width: '100%', height: '100%' }} />
  );
}
