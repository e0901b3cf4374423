import type { UnitTree } from '../../shared/order/command/rule';
import type { Actor } from '../../shared/order/facts';
import type { UnitKind } from '../../shared/order/vocabulary';
import type { DistrictSettings } from '../../shared/setting/district-settings';
import type { Calendar } from '../../shared/sla/calendar';
import type { SlaSettings } from '../../shared/sla/clocks';
import type { Instant } from '../../shared/sla/instant';
import type { Db } from '../db/connect';
import type { DirectoryStore } from '../file/directory-store';
import type { ObjectStore } from '../file/object-store';
import type { ReporterOidc } from '../identity/reporter-oidc';
import type { StaffOidc } from '../identity/staff-oidc';
import type { MessageOverride } from '../notice/message-override';
import type { Senders } from '../provider/sender';
import type { Platforms } from '../start/make-platforms';
import type { Vault } from '../vault/vault';

export interface UnitInfo {
  id: string;
  kind: UnitKind;
  name: string;
  parentId: string | null;
  town: string | null;
  phone: string | null;
  address: string | null;
  hours: string | null;
  closing: string;
  active: boolean;
}

/** Data that changes rarely, kept for a moment in memory: units, calendar, settings. */
export interface Reference {
  units: Map<string, UnitInfo>;
  tree: UnitTree;
  calendar: Calendar;
  /** Limits of clocks: `district.sla`. */
  settings: SlaSettings;
  district: DistrictSettings;
  /** What the district wrote over the built-in texts and the environment's templates. */
  overrides: MessageOverride[];
}

/** Everything the server needs from outside, made once at start. */
export interface Deps {
  db: Db;
  vault: Vault;
  store: ObjectStore;
  reference(): Promise<Reference>;
  forgetReference(): void;
  now(): Instant;
  newId(): string;
  production: boolean;
  publicUrl: string;
  /** How many reverse proxies stand in front; null where that is not set. */
  proxies: number | null;
  /** Where this server is its own object store: what its signed links are checked by. */
  blobs: { signingKey: Buffer; store: DirectoryStore } | null;
  frameAncestors: string[];
  platforms: Platforms;
  /** The government's identity provider for staff; null where none is set (spec 6). */
  oidc: StaffOidc | null;
  reporterOidc: ReporterOidc | null;
  /** The signature in front of an SMS. */
  smsSignName: string;
  /** Who carries which provider's messages (spec 5). */
  senders: Senders;
  log: { info(fields: object, text: string): void; error(fields: object, text: string): void };
}

/** One request or job: what it may use, who acts, and as of when. */
export interface Context extends Deps {
  actor: Actor;
  ref: Reference;
  /** Whose command made the system act: what follows is no news to him (spec 5). */
  causedBy?: Actor;
}

export const systemContext = async (deps: Deps): Promise<Context> => ({
  ...deps,
  actor: { kind: 'system' },
  ref: await deps.reference(),
});
