import { Button, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { NavLink, Route, Routes } from 'react-router';
import type { Role } from '../../../shared/order/vocabulary';
import { SignIn } from './page/sign-in';
import { useMe, useSignOut } from './query/staff';

const Workbench = lazy(() => import('./page/workbench'));
const Orders = lazy(() => import('./page/orders'));
const OrderPage = lazy(() => import('./page/order'));
const Register = lazy(() => import('./page/register'));
const Outbox = lazy(() => import('./page/outbox'));
const Bulletins = lazy(() => import('./page/bulletins'));
const Audit = lazy(() => import('./page/audit'));
const CalendarPage = lazy(() => import('./page/calendar'));
const SelfCheck = lazy(() => import('./page/self-check'));

const district: Role[] = ['dispatcher', 'supervisor', 'inspector'];
const menu: { to: string; title: string; roles: Role[] | null }[] = [
  { to: '/', title: '工作台', roles: null },
  { to: '/register', title: '窗口登记', roles: ['clerk', 'dispatcher'] },
  { to: '/orders', title: '工单', roles: ['clerk', 'handler', 'unit-lead', ...district] },
  { to: '/bulletins', title: '通报', roles: ['unit-lead', 'handler', 'supervisor', 'inspector'] },
  { to: '/outbox', title: '消息', roles: ['admin', 'supervisor', 'dispatcher'] },
  { to: '/calendar', title: '日历', roles: ['supervisor', 'admin'] },
  { to: '/self-check', title: '自检', roles: district },
  { to: '/audit', title: '核验', roles: ['inspector', 'supervisor'] },
];

/** The whole console: signed in or the sign-in page; the menu shows what the person's roles hold. */
export function Console() {
  const me = useMe();
  const signOut = useSignOut();
  if (me.isPending) return <Spin fullscreen />;
  if (!me.data) return <SignIn onDone={() => void me.refetch()} />;
  const { staff, roles } = me.data;
  const held = roles.map((each) => each.role);
  const shown = menu.filter(
    (entry) => entry.roles === null || entry.roles.some((role) => held.includes(role)),
  );
  return (
    <div className="shell">
      <nav className="side" aria-label="主菜单">
        <h1>“办不成事”反映窗口</h1>
        {shown.map((entry) => (
          <NavLink key={entry.to} to={entry.to} end>
            {entry.title}
          </NavLink>
        ))}
      </nav>
      <div>
        <header className="top">
          <span>
            {staff.name}（{roles.map((each) => `${each.unit?.name ?? ''}${each.roleWord}`).join('、')}）
          </span>
          <Button onClick={() => void signOut()} data-testid="sign-out">
            退出
          </Button>
        </header>
        <main className="page">
          <Suspense fallback={<Spin />}>
            <Routes>
              <Route path="/" element={<Workbench />} />
              <Route path="/orders" element={<Orders />} />
              <Route path="/orders/:number" element={<OrderPage />} />
              <Route path="/register" element={<Register me={me.data} />} />
              <Route path="/outbox" element={<Outbox />} />
              <Route path="/bulletins" element={<Bulletins mayWrite={held.includes('supervisor')} />} />
              <Route path="/calendar" element={<CalendarPage />} />
              <Route path="/self-check" element={<SelfCheck />} />
              <Route path="/audit" element={<Audit />} />
              <Route path="*" element={<p>没有这个页面。</p>} />
            </Routes>
          </Suspense>
        </main>
      </div>
    </div>
  );
}
