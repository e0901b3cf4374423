import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import { request } from '../../request/request';
import './register.css';

export interface Earlier {
  number: string;
  matter: string | null;
  name: string;
  stateWord: string;
  submittedAt: string;
  mayJoin: boolean;
}
export interface Callers {
  items: Earlier[];
  elsewhere: number;
}

export const askCallers = (phone: string) => request<Callers>('POST', '/intake/callers', { phone });

/** Earlier reports of the telephone that was typed, so that a visit joins one instead of repeating it. */
export function CallersPanel({ phone, onJoin }: { phone: string; onJoin: (number: string) => void }) {
  const whole = /^1[3-9]\d{9}$/.test(phone);
  const found = useQuery({
    queryKey: ['callers', phone],
    queryFn: () => askCallers(phone),
    enabled: whole,
    gcTime: 0,
  });
  const { items = [], elsewhere = 0 } = (whole && found.data) || {};
  return (
    <div aria-live="polite" className="callers" data-testid="callers">
      {items.length > 0 ? <p>这个号码反映过 {items.length} 件，同一件事请补充到原来那件：</p> : null}
      {items.map((each) => (
        <p key={each.number}>
          <Link to={`/orders/${each.number}`}>{each.number}</Link>
          <span>{each.submittedAt.slice(0, 10)}</span>
          <span>{each.name}</span>
          <span>{each.matter ?? '未定事项'}</span>
          <span>{each.stateWord}</span>
          {each.mayJoin ? (
            <Button size="small" onClick={() => onJoin(each.number)}>
              补充到这件
            </Button>
          ) : null}
        </p>
      ))}
      {elsewhere > 0 ? <p>另有 {elsewhere} 件正由其他单位办理，请来访人凭原来的回执查询。</p> : null}
    </div>
  );
}
