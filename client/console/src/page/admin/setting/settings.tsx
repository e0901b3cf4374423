import { useQuery } from '@tanstack/react-query';
import { Alert, Checkbox, Input, InputNumber, Space, Spin } from 'antd';
import { roles } from '../../../../../../shared/order/vocabulary';
import type { DistrictSettings, SettingKey } from '../../../../../../shared/setting/district-settings';
import { saySetting, slaWords } from '../../../../../../shared/setting/say-setting';
import { Field } from '../../../part/field';
import type { Me } from '../../../query/staff';
import { request } from '../../../request/request';
import { History } from './history';
import { SettingCard } from './setting-card';

interface Answer {
  settings: DistrictSettings;
  changedAt: Record<SettingKey, string | null>;
  earliestHours: string;
}

interface Times {
  from: string;
  to: string;
}
/** A clock time with its label. */
function Time({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (time: string) => void;
}) {
  return (
    <Field label={label}>
      {(id) => <Input id={id} type="time" value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

const limitBounds = {
  dispatchDays: 3,
  acceptDays: 3,
  unitCallbackDays: 10,
  districtCallbackDays: 20,
  rectifyDays: 15,
};
type Limits = Record<keyof typeof limitBounds, number>;
const limitsOf = (all: DistrictSettings): Limits => ({
  dispatchDays: all.sla.dispatchDays,
  acceptDays: all.sla.acceptDays,
  unitCallbackDays: all.sla.unitCallbackDays,
  districtCallbackDays: all.sla.districtCallbackDays,
  rectifyDays: all.sla.rectifyDays,
});

interface Hours {
  from: string;
  morning: [string, string];
  afternoon: [string, string];
}
const hoursOf = (all: DistrictSettings, from: string): Hours => {
  const last = all.hours.periods.at(-1)?.spans;
  return {
    from,
    morning: last?.[0] ?? ['09:00', '11:30'],
    afternoon: last?.[1] ?? ['13:30', '17:00'],
  };
};

function RuleSettings({ settings: all, changedAt, earliestHours }: Answer) {
  return (
    <>
      <SettingCard<Limits>
        setting="sla"
        now={saySetting('sla', all)}
        seen={changedAt.sla}
        start={limitsOf(all)}
      >
        {(limits, change) => (
          <Space wrap align="end">
            {Object.entries(slaWords).map(([name, word]) => (
              <Field key={name} label={`${word}（工作日）`}>
                {(id) => (
                  <InputNumber
                    id={id}
                    min={1}
                    max={limitBounds[name as keyof Limits]}
                    precision={0}
                    value={limits[name as keyof Limits]}
                    onChange={(days) => change({ ...limits, [name]: days ?? 1 })}
                    data-testid={`setting-${name}`}
                  />
                )}
              </Field>
            ))}
          </Space>
        )}
      </SettingCard>
      <SettingCard<{ time: string }>
        setting="closing"
        now={saySetting('closing', all)}
        seen={changedAt.closing}
        start={all.closing}
      >
        {(closing, change) => (
          <Time label="下班时间" value={closing.time} onChange={(time) => change({ time })} />
        )}
      </SettingCard>
      <SettingCard<Hours>
        setting="hours"
        now={saySetting('hours', all)}
        seen={changedAt.hours}
        start={hoursOf(all, earliestHours)}
      >
        {(hours, change) => (
          <Space wrap align="end">
            <Field label="从哪天起">
              {(id) => (
                <Input
                  id={id}
                  type="date"
                  min={earliestHours}
                  value={hours.from}
                  onChange={(event) => change({ ...hours, from: event.target.value })}
                />
              )}
            </Field>
            {(['morning', 'afternoon'] as const).map((half) =>
              ([0, 1] as const).map((end) => (
                <Time
                  key={`${half}${end}`}
                  label={`${half === 'morning' ? '上午' : '下午'}${end === 0 ? '开始' : '结束'}`}
                  value={hours[half][end]}
                  onChange={(time) =>
                    change({
                      ...hours,
                      [half]: end === 0 ? [time, hours[half][1]] : [hours[half][0], time],
                    })
                  }
                />
              )),
            )}
          </Space>
        )}
      </SettingCard>
      <SettingCard<Times>
        setting="quiet"
        now={saySetting('quiet', all)}
        seen={changedAt.quiet}
        start={all.quiet}
      >
        {(quiet, change) => (
          <Space wrap align="end">
            <Time label="晚上从" value={quiet.from} onChange={(from) => change({ ...quiet, from })} />
            <Time label="到次日" value={quiet.to} onChange={(to) => change({ ...quiet, to })} />
          </Space>
        )}
      </SettingCard>
    </>
  );
}

function SafetySettings({ settings: all, changedAt }: Answer) {
  return (
    <>
      <SettingCard<DistrictSettings['sign-in']>
        setting="sign-in"
        now={saySetting('sign-in', all)}
        seen={changedAt['sign-in']}
        start={all['sign-in']}
      >
        {(signIn, change) => (
          <Checkbox.Group
            value={signIn.totpRoles}
            onChange={(totpRoles) => change({ totpRoles })}
            options={Object.entries(roles).map(([value, label]) => ({
              value: value as DistrictSettings['sign-in']['totpRoles'][number],
              label,
            }))}
          />
        )}
      </SettingCard>
      <SettingCard<{ years: number }>
        setting="keeping"
        now={saySetting('keeping', all)}
        seen={changedAt.keeping}
        start={all.keeping}
      >
        {(keeping, change) => (
          <Field label="诉求结束后保存几年">
            {(id) => (
              <InputNumber
                id={id}
                min={1}
                max={30}
                precision={0}
                value={keeping.years}
                onChange={(years) => change({ years: years ?? 3 })}
              />
            )}
          </Field>
        )}
      </SettingCard>
    </>
  );
}

/** Limits, hours, sign-in and keeping, each changed after reading what it would change (spec 3, 5, 6, 8). */
export default function Settings({ me }: { me: Me }) {
  const found = useQuery({
    queryKey: ['settings'],
    queryFn: () => request<Answer>('GET', '/admin/settings'),
  });
  if (found.error) return <Alert type="error" showIcon title={found.error.message} />;
  if (!found.data) return <Spin />;
  const isAdmin = me.roles.some((each) => each.role === 'admin');
  return (
    <>
      <h2>设置</h2>
      <p className="muted">联系 1 个工作日，简单当日、一般 3 个、复杂 5 个工作日办结是规定，不在这里改。</p>
      <RuleSettings {...found.data} />
      {isAdmin ? <SafetySettings {...found.data} /> : null}
      <History changedAt={found.data.changedAt} />
    </>
  );
}
