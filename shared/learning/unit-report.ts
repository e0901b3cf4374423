/** What a unit writes in its monthly summary (spec 7). */
export interface ReportSections {
  summary: string;
  problems: string;
  measures: string;
  plans: string;
}

export const sectionTitles: Record<keyof ReportSections, string> = {
  summary: '基本情况',
  problems: '主要问题',
  measures: '改进措施',
  plans: '下月打算',
};

export interface ReportFigure {
  id: string;
  title: string;
  formula: string;
  count: number;
  /** Null for a plain count. */
  of: number | null;
}

export interface Counted {
  name: string;
  n: number;
}

/** The unit's figures of the month, with what was reported most and why. */
export interface ReportFigures {
  figures: ReportFigure[];
  causes: Counted[];
  matters: Counted[];
}

/** The day of the next month up to which a report is in time. */
export const reportDueDay = 10;
