import { Fragment } from 'react';
import { NavLink } from 'react-router';
import { groups, type Place } from '../places';

const toLink = (place: Place) => (
  <NavLink key={place.path} to={place.path} end={place.path === '/'}>
    {place.title}
  </NavLink>
);

/** The pages of one's roles, under their headings. */
export function Menu({ shown }: { shown: Place[] }) {
  return (
    <>
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
    </>
  );
}
