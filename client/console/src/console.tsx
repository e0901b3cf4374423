import { Button, Spin } from 'antd';
import { Suspense } from 'react';
import { NavLink, Route, Routes, useLocation } from 'react-router';
import { FirstStep } from './page/account/first-step';
import { SignIn } from './page/sign-in';
import { Menu } from './part/menu';
import { PhoneBar } from './part/phone-bar';
import { Presence } from './part/presence';
import { mayOpen, places } from './places';
import { useMe, useSignOut } from './query/staff';

/** The whole console: signed in or the sign-in page; the menu shows what the person's roles hold. */
export function Console() {
  const me = useMe();
  const signOut = useSignOut();
  const { pathname } = useLocation();
  if (me.isPending) return <Spin fullscreen />;
  if (!me.data) return <SignIn onDone={() => void me.refetch()} />;
  const { staff, roles, first } = me.data;
  if (first) return <FirstStep me={me.data} first={first} />;
  const held = roles.map((each) => each.role);
  const whole = places.find((place) => place.bare && place.path === pathname && mayOpen(place, held));
  if (whole)
    return (
      <Suspense fallback={<Spin fullscreen />}>
        <whole.Page me={me.data} />
      </Suspense>
    );
  const shown = places.filter((place) => place.title && mayOpen(place, held));
  return (
    <div className="shell">
      <a className="skip" href="#main">
        跳到正文
      </a>
      <nav className="side" aria-label="主菜单">
        <h1>
          “办不成事”
          <br />
          反映窗口
        </h1>
        <Menu shown={shown} />
      </nav>
      <div>
        <header className="top">
          <span className="who">
            {staff.name}
            <span className="muted">
              {' '}
              {roles.map((each) => `${each.unit?.name ?? ''}${each.roleWord}`).join('、')}
            </span>
          </span>
          <nav className="own" aria-label="账号">
            <NavLink to="/account">我的账号</NavLink>
            <Button onClick={() => void signOut()} data-testid="sign-out">
              退出
            </Button>
          </nav>
        </header>
        <main className="page" id="main" tabIndex={-1}>
          <Presence />
          <Suspense fallback={<Spin />}>
            <Routes>
              {places.map((place) => (
                <Route key={place.path} path={place.path} element={<place.Page me={me.data} />} />
              ))}
              <Route path="*" element={<p>没有这个页面。</p>} />
            </Routes>
          </Suspense>
        </main>
      </div>
      <PhoneBar shown={shown} onSignOut={() => void signOut()} />
    </div>
  );
}
