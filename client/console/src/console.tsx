import { Button, Spin } from 'antd';
import { Fragment, Suspense } from 'react';
import { NavLink, Route, Routes, useLocation } from 'react-router';
import { FirstStep } from './page/account/first-step';
import { SignIn } from './page/sign-in';
import { groups, mayOpen, type Place, places } from './places';
import { useMe, useSignOut } from './query/staff';

const toLink = (place: Place) => (
  <NavLink key={place.path} to={place.path} end={place.path === '/'}>
    {place.title}
  </NavLink>
);

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
      <nav className="side" aria-label="主菜单">
        <h1>“办不成事”反映窗口</h1>
        {shown.filter((place) => !place.group).map(toLink)}
        {groups.map((group) => {
          const links = shown.filter((place) => place.group === group).map(toLink);
          return links.length > 0 ? (
            <Fragment key={group}>
              <h2>{group}</h2>
              {links}
            </Fragment>
          ) : null;
        })}
      </nav>
      <div>
        <header className="top">
          <span>
            {staff.name}（{roles.map((each) => `${each.unit?.name ?? ''}${each.roleWord}`).join('、')}）
          </span>
          <nav className="own" aria-label="账号">
            <NavLink to="/account">我的账号</NavLink>
            <Button onClick={() => void signOut()} data-testid="sign-out">
              退出
            </Button>
          </nav>
        </header>
        <main className="page">
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
    </div>
  );
}
