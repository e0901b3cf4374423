import { SignJWT } from 'jose';
import { RuleBroken } from '../../shared/order/rule-broken';
import type { Deps } from '../order/context';
import { beginAttempt, finishAttempt } from './oidc-attempt';
import type { TicketHost } from './platform/host-ticket';
import { IdentityRefused } from './platform/identity-refused';
import type { OidcSettings } from './platform/oidc';

/** The identity provider of the district's 一网通办, and how a proof of it is handed to the reporter's page. */
export interface ReporterOidc extends OidcSettings {
  /** This server as the host whose tickets it believes itself. */
  host: TicketHost;
}

const ticketSeconds = 60;
/** It goes through the address bar, where a name has no place. */
const ticketPlace = 'reporter:oidc-ticket';

/** The ticket within what `finishReporterOidc` answered; a host app's own ticket as it is. */
export function openTicket(deps: Deps, ticket: string): string {
  if (ticket.split('.').length === 3) return ticket;
  try {
    return deps.vault.unsealMaster(ticket, ticketPlace);
  } catch {
    throw new IdentityRefused('identity.malformed');
  }
}

function settingsOf(deps: Deps): ReporterOidc {
  if (!deps.reporterOidc) throw new RuleBroken('platform.not-set', {}, 404);
  return deps.reporterOidc;
}

/** Where to send the reporter's browser, and what it keeps, sealed, until it comes back within ten minutes. */
export const beginReporterOidc = async (deps: Deps) => beginAttempt(deps, 'reporter', settingsOf(deps));

/**
 * A sealed ticket for who came back from the issuer (spec 4, `ywtb`): opens the door once, within a minute, like a host app's
 * (`signInByTicket`).
 */
export async function finishReporterOidc(
  deps: Deps,
  kept: string | undefined,
  query: string,
): Promise<string> {
  const settings = settingsOf(deps);
  const { issuer, subject, claims } = await finishAttempt(deps, 'reporter', settings, { kept, query });
  const { host } = settings;
  const now = Math.floor(deps.now() / 1000);
  const name = typeof claims.name === 'string' ? claims.name.slice(0, 100) : '';
  const ticket = await new SignJWT({ ...(name && { name }) })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(host.id)
    .setAudience(host.audience)
    .setSubject(`${issuer} ${subject}`.slice(0, 128))
    .setJti(deps.newId())
    .setIssuedAt(now)
    .setExpirationTime(now + ticketSeconds)
    .sign(Buffer.from(host.key));
  return deps.vault.sealMaster(ticket, ticketPlace);
}
