import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReportFigures, ReportSections } from '../../../../shared/learning/unit-report';
import { request } from '../request/request';
import type { Named } from './problem';

export interface UnitReportView {
  unit: Named;
  month: string;
  state: 'missing' | 'draft' | 'submitted';
  figures: ReportFigures;
  sections: ReportSections;
  version: number;
  submittedBy: string | null;
  submittedAt: string | null;
  inTime: boolean | null;
  mayWrite: boolean;
  maySubmit: boolean;
}
export interface ReportLine {
  unit: Named;
  state: UnitReportView['state'];
  submittedBy: string | null;
  submittedAt: string | null;
  inTime: boolean | null;
}

/** Who has submitted the month's report and who has not. */
export const useUnitReports = (month: string) =>
  useQuery({
    queryKey: ['unit-reports', month],
    enabled: /^20\d\d-\d\d$/.test(month),
    queryFn: () =>
      request<{ missing: number; items: ReportLine[] }>('GET', `/learning/unit-reports?month=${month}`),
  });

export const useUnitReport = (unitId: string, month: string) =>
  useQuery({
    queryKey: ['unit-report', unitId, month],
    queryFn: () => request<UnitReportView>('GET', `/learning/unit-reports/${unitId}/${month}`),
  });

/** Saves or submits a report and shows it as it stands then. */
export function useWriteReport({ unit, month, version }: UnitReportView) {
  const client = useQueryClient();
  return async (sections: ReportSections, submit: boolean) => {
    const path = `/learning/unit-reports/${unit.id}/${month}`;
    const view = await request<UnitReportView>(submit ? 'POST' : 'PUT', submit ? `${path}/submit` : path, {
      version,
      ...sections,
    });
    client.setQueryData(['unit-report', unit.id, month], view);
    await client.invalidateQueries({ queryKey: ['unit-reports'] });
  };
}
