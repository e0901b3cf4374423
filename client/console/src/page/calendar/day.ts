/** A day of the calendar that is not as its weekday says. */
export interface Day {
  date: string;
  name: string;
  isOffDay: boolean;
}
export interface Kept {
  years: { year: number; days: Day[] }[];
  overrides: Day[];
  missing: number[];
}
export interface Preview {
  year: { year: number; days: Day[] } | null;
  missing: string[];
  count: number;
  items: { number: string; clock: string; from: string; to: string; provisional: boolean }[];
}
export type Edit = Record<string, unknown>;

export const dayColumns = [
  { title: '日期', dataIndex: 'date', width: 130 },
  { title: '名称', dataIndex: 'name' },
  {
    title: '安排',
    key: 'off',
    width: 90,
    render: (_: unknown, day: Day) => (day.isOffDay ? '休息' : '上班'),
  },
];
