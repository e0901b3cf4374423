import { staff } from '../../db/schema';
import { SettingError } from '../../env';
import { type Deps, systemContext } from '../../order/context';
import { enterPerson } from '../person/change-person';
import { NewPerson } from '../person/contract';
import { saveUnit } from '../unit/change-unit';
import { UnitInput } from '../unit/contract';

export interface First {
  username: string;
  name: string;
  /** The district's office (区政务服务办): supervisors and admins are there. */
  office: string;
  /** The district's service centre (区行政服务中心): dispatchers are there. */
  centre: string;
}

/**
 * An empty district's first two units and its first admin, who adds everybody else in the console; recorded. Answers the
 * password, to be changed at the first sign-in. Throws SettingError where there are people already.
 */
export async function enterFirstAdmin(
  deps: Deps,
  { username, name, office, centre }: First,
): Promise<string> {
  const known = await deps.db.select({ id: staff.id }).from(staff).limit(1);
  if (known.length > 0)
    throw new SettingError('There are people already; an admin adds others in the console (人员).');
  const roles = [{ role: 'admin', unitId: deps.newId() }];
  const person = NewPerson.safeParse({ username, name, roles });
  if (!person.success) throw new SettingError(person.error.issues.map((each) => each.message).join('; '));
  const officeId = await saveUnit(
    await systemContext(deps),
    null,
    UnitInput.parse({ kind: 'district_office', name: office }),
  );
  await saveUnit(await systemContext(deps), null, UnitInput.parse({ kind: 'district_centre', name: centre }));
  const { password } = await enterPerson(await systemContext(deps), {
    ...person.data,
    roles: [{ role: 'admin', unitId: officeId, deputy: false }],
  });
  return password;
}
