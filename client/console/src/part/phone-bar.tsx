import {
  BankOutlined,
  BarChartOutlined,
  DesktopOutlined,
  FileTextOutlined,
  FormOutlined,
  MenuOutlined,
  NotificationOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { Drawer } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import type { Place } from '../places';
import { useSummary } from '../query/desk';
import { Menu } from './menu';

const mostBeside = 3;
/** What is opened most on the way, in this order; the rest stands under “更多”. */
const first: [string, ReactNode][] = [
  ['/', <DesktopOutlined key="icon" />],
  ['/orders', <FileTextOutlined key="icon" />],
  ['/register', <FormOutlined key="icon" />],
  ['/figures', <BarChartOutlined key="icon" />],
  ['/bulletins', <NotificationOutlined key="icon" />],
  ['/people', <TeamOutlined key="icon" />],
  ['/units', <BankOutlined key="icon" />],
];

/** The menu of a phone: what the role opens most at the thumb, everything else one touch away. */
export function PhoneBar({ shown, onSignOut }: { shown: Place[]; onSignOut: () => void }) {
  const [open, setOpen] = useState(false);
  const { pathname } = useLocation();
  const summary = useSummary();
  const red = (summary.data?.queues ?? []).reduce((sum, queue) => sum + (queue.watched ? 0 : queue.red), 0);
  useEffect(() => {
    if (pathname) setOpen(false);
  }, [pathname]);
  const items = first.flatMap(([path, icon]) => {
    const place = shown.find((each) => each.path === path);
    return place ? [{ place, icon }] : [];
  });
  return (
    <nav className="phone-bar" aria-label="底部菜单">
      {items.slice(0, mostBeside).map(({ place, icon }) => (
        <NavLink key={place.path} to={place.path} end={place.path === '/'}>
          <span aria-hidden="true">{icon}</span>
          {place.title}
          {place.path === '/' && red > 0 ? <span className="due-now">超期 {red}</span> : null}
        </NavLink>
      ))}
      <button type="button" aria-expanded={open} onClick={() => setOpen(true)} data-testid="more">
        <span aria-hidden="true">
          <MenuOutlined />
        </span>
        更多
      </button>
      <Drawer open={open} placement="bottom" size="82%" title="全部页面" onClose={() => setOpen(false)}>
        <nav className="all-pages" aria-label="全部页面">
          <Menu shown={shown} />
          <h2>账号</h2>
          <NavLink to="/account">我的账号</NavLink>
          <button type="button" onClick={onSignOut}>
            退出
          </button>
        </nav>
      </Drawer>
    </nav>
  );
}
