export interface Held {
  role: string;
  unitId: string | null;
  unit?: string;
  roleWord?: string;
  deputy: boolean;
}

/** A member of staff as the list of people shows it. */
export interface Person {
  id: string;
  username: string;
  name: string;
  active: boolean;
  absentUntil: string | null;
  lastSignInAt: string | null;
  totp: boolean;
  /** Whether a government account opens this one. */
  linked: boolean;
  roles: Held[];
}

export type Draft = Pick<Person, 'username' | 'name' | 'active' | 'absentUntil' | 'roles'> & {
  id: string | null;
};

export const blankPerson: Draft = {
  id: null,
  username: '',
  name: '',
  active: true,
  absentUntil: null,
  roles: [{ role: 'handler', unitId: null, deputy: false }],
};
