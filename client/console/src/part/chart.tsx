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
  /** Against an axis of its own, from 0 to 100 %. */
  share?: boolean;
  /** Drawn as a broken line: what something is held against. */
  broken?: boolean;
}

/** Read in greyscale too: series differ in tone and pattern, never in colour alone. */
const lightTones = ['#0b5f8a', '#8a9aa6', '#3c4650', '#b7c3cb'];
const darkTones = ['#7fc4e8', '#c9d4dc', '#f2d391', '#93a7b4'];

interface Props {
  title: string;
  labels: string[];
  series: Series[];
  /** Bars that lie, for long names. */
  lying?: boolean;
  percent?: boolean;
  /** Bars of one label stand on one another: parts of a whole, or one bar that changes its tone. */
  stacked?: boolean;
  /** Every label is written, aslant: for names, not for days. */
  slanted?: boolean;
  dark?: boolean;
  height?: number;
}

const short = (name: string) => (name.length > 14 ? `${name.slice(0, 13)}…` : name);

/** A chart with its name; the table behind it says the same in numbers. */
export function Chart(props: Props) {
  const {
    title,
    labels,
    series,
    lying = false,
    percent = false,
    stacked = false,
    slanted = false,
    dark = false,
    height,
  } = props;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!frame.current) return;
    const chart = init(frame.current, undefined, { renderer: 'svg' });
    const ink = dark ? '#dbe6ee' : '#3c4650';
    const split = { lineStyle: { color: dark ? '#2c4657' : '#e6eaee' } };
    const names = {
      type: 'category' as const,
      data: labels,
      axisLabel: {
        color: ink,
        ...(lying ? { formatter: short } : slanted ? { interval: 0, rotate: 38 } : {}),
      },
      inverse: lying,
    };
    const values = {
      type: 'value' as const,
      minInterval: percent ? 0 : 1,
      splitLine: split,
      axisLabel: { color: ink, formatter: percent ? '{value}%' : '{value}' },
    };
    const shares = {
      type: 'value' as const,
      min: 0,
      max: 100,
      splitLine: { show: false },
      axisLabel: { color: ink, formatter: '{value}%' },
    };
    const upright = series.some(({ share }) => share) ? [values, shares] : values;
    chart.setOption({
      animation: false,
      color: dark ? darkTones : lightTones,
      aria: { enabled: true, decal: { show: series.filter(({ kind }) => kind === 'bar').length > 1 } },
      grid: {
        left: 12,
        right: 24,
        top: series.length > 3 ? 58 : series.length > 1 ? 40 : 16,
        bottom: 12,
        outerBoundsMode: 'same',
      },
      tooltip: { trigger: 'axis', confine: true },
      legend: series.length > 1 ? { top: 4, textStyle: { color: ink } } : undefined,
      xAxis: lying ? values : names,
      yAxis: lying ? names : upright,
      series: series.map(({ name, kind, values: data, share, broken }) => ({
        name,
        type: kind,
        data,
        barMaxWidth: 28,
        symbolSize: 7,
        ...(stacked && kind === 'bar' && { stack: 'one' }),
        ...(share && { yAxisIndex: 1 }),
        ...(broken && { lineStyle: { type: 'dashed' as const }, symbol: 'emptyDiamond' }),
      })),
    });
    const resize = () => chart.resize();
    window.addEventListener('resize', resize);
    return () => {
      window.removeEventListener('resize', resize);
      chart.dispose();
    };
  }, [labels, series, lying, percent, stacked, slanted, dark]);
  const tall = height ?? (lying ? Math.max(160, labels.length * (labels.length > 20 ? 24 : 30) + 60) : 300);
  return <div ref={frame} role="img" aria-label={title} style={{ width: '100%', height: tall }} />;
}
