import { Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import type { ChartBlock } from '../../../shared/report/official-document';
import { clean } from './clean';

/** Read in greyscale too: dark bars, and a broken black line with markers over them. */
const tones = ['5B7A94', 'B4BEC6', '2F3B45'];
const black = '1C2730';
const width = 560;

const font = { name: '宋体', color: black };

/** A chart of Word's own, so that it can be changed there and is drawn with the fonts of who reads it. */
export function chartOf({ title, shape, labels, series, percent }: ChartBlock): Paragraph[] {
  const lying = shape === 'bar';
  const drawn = series.map(({ name, values, line }, at) => ({
    name,
    values,
    color: line ? black : (tones[at] ?? black),
    ...(line && {
      type: 'line' as const,
      line: { color: black, width: 1.75, dash: 'dash' as const },
      markers: { shape: 'diamond' as const, size: 6 },
    }),
  }));
  const axis = { gridlines: true, numberFormat: '0', ...(percent && { maximum: 100, minimum: 0 }) };
  const shared = {
    categories: labels.map(clean),
    series: drawn,
    font,
    legend: series.length > 1 ? { position: 'bottom' as const } : (false as const),
    chartArea: { fill: 'FFFFFF', border: 'none' as const },
    altText: { name: clean(title), description: `${clean(title)}：${told(labels, series)}` },
    transformation: { width, height: lying ? Math.max(170, 70 + labels.length * 24) : 280 },
  };
  const chart = lying
    ? new ChartRun({
        ...shared,
        type: 'bar',
        gapWidth: 60,
        categoryAxis: { reverseOrder: true },
        valueAxis: { ...axis, crossesAt: 'maximum' },
        dataLabels: { value: true, position: 'outsideEnd' },
      })
    : new ChartRun({
        ...shared,
        type: 'column',
        gapWidth: 60,
        valueAxis: axis,
        categoryAxis: { font: { size: labels.length > 15 ? 7 : 9 } },
      });
  return [
    new Paragraph({ style: 'Picture', keepNext: true, children: [chart] }),
    new Paragraph({ style: 'Caption2', keepNext: false, text: clean(title) }),
  ];
}

const told = (labels: readonly string[], series: ChartBlock['series']) =>
  series
    .map(
      ({ name, values }) =>
        `${name} ${labels.map((label, at) => `${label} ${values[at] ?? '无'}`).join('，')}`,
    )
    .join('；');
