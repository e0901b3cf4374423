import { Segmented, Select, Space } from 'antd';
import { useSearchParams } from 'react-router';
import type { Me } from '../../../query/staff';
import { ExclusionList } from './exclusion-list';
import { RuleVersions } from './rule-versions';
import { YearResult } from './year-result';

const views = { result: '年度结果', rules: '规则', exclusions: '不计入' };
const firstYear = 2024;

/** The yearly assessment: result, rules, and what is left out (spec 7). */
export default function AssessmentPage({ me }: { me: Me }) {
  const [search, setSearch] = useSearchParams();
  const running = new Date().getFullYear();
  const asked = Number(search.get('year'));
  const year = asked >= firstYear && asked <= running ? asked : running;
  const view = search.get('view') ?? 'result';
  const set = (name: string, value: string) => {
    const next = new URLSearchParams(search);
    next.set(name, value);
    setSearch(next);
  };
  const holds = (...wanted: string[]) => me.roles.some(({ role }) => wanted.includes(role));
  const years = Array.from({ length: running - firstYear + 1 }, (_, at) => running - at);
  return (
    <>
      <h2>考核</h2>
      <Space wrap style={{ marginBottom: 14 }}>
        <Segmented
          aria-label="看什么"
          value={view}
          onChange={(value) => set('view', String(value))}
          options={Object.entries(views).map(([value, label]) => ({ value, label }))}
        />
        {view === 'rules' ? null : (
          <Select
            aria-label="年份"
            style={{ width: 120 }}
            value={year}
            onChange={(value) => set('year', String(value))}
            options={years.map((value) => ({ value, label: `${value} 年` }))}
          />
        )}
      </Space>
      {view === 'result' ? <YearResult key={year} year={year} mayFreeze={holds('supervisor')} /> : null}
      {view === 'rules' ? <RuleVersions may={holds('supervisor')} /> : null}
      {view === 'exclusions' ? (
        <ExclusionList year={year} mayPropose={holds('unit-lead', 'dispatcher', 'supervisor')} />
      ) : null}
    </>
  );
}
