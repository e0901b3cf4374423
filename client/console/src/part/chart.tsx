import { BarChart, LineChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, LineChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, SVGRenderer]);

export interface Series {
  name: string;
  kind: 'bar' | 'line';
  values: (number | null)[];
}

/** Read in greyscale too: series differ in tone and pattern, never in colour alone. */
const tones = ['#0b5f8a', '#8a9aa6', '#3c4650', '#b7c3cb'];

interface Props {
  title: string;
  labels: string[];
  series: Series[];
  /** Bars that lie, for long names. */
  lying?: boolean;
  percent?: boolean;
  /** Bars of one label stand on one another: parts of a whole, or one bar that changes its tone. */
  stacked?: boolean;
}

/** A chart with its name; the table behind it says the same in numbers. */
export function Chart({ title, labels, series, lying = false, percent = false, stacked = false }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!frame.current) return;
    const chart = init(frame.current, undefined, { renderer: 'svg' });
    const names = {
      type: 'category' as const,
      data: labels,
      axisLabel: { color: '#3c4650' },
      inverse: lying,
    };
    const values = {
      type: 'value' as const,
      axisLabel: { color: '#3c4650', formatter: percent ? '{value}%' : '{value}' },
    };
    chart.setOption({
      animation: false,
      color: tones,
      aria: { enabled: true, decal: { show: series.length > 1 } },
      grid: { left: 12, right: 24, top: series.length > 3 ? 58 : 36, bottom: 12, outerBoundsMode: 'same' },
      tooltip: { trigger: 'axis' },
      legend: series.length > 1 ? { top: 4 } : undefined,
      xAxis: lying ? values : names,
      yAxis: lying ? names : values,
      series: series.map(({ name, kind, values: data }) => ({
        name,
        type: kind,
        data,
        barMaxWidth: 28,
        ...(stacked && kind === 'bar' && { stack: 'one' }),
      })),
    });
    const resize = () => chart.resize();
    window.addEventListener('resize', resize);
    return () => {
      window.removeEventListener('resize', resize);
      chart.dispose();
    };
  }, [labels, series, lying, percent, stacked]);
  const height = lying ? Math.max(160, labels.length * 30 + 60) : 300;
  return <div ref={frame} role="img" aria-label={title} style={{ width: '100%', height }} />;
}
