import type { SubmitInput } from '../../../../shared/order/contract/intake';

type Channel = SubmitInput['channel'];

/** How this visit came in: from which channel, which hall's QR code, on whose terminal. */
export interface Visit {
  channel: Channel;
  scene: string | null;
  kiosk: boolean;
  deviceKey: string | null;
  /** A host app's signed ticket. */
  ticket: string | null;
}

const hosts: Channel[] = ['suishenban', 'enterprise-cloud', 'enterprise-web', 'ywtb'];

/** Read once at the start; what is secret is taken out of the address bar. */
export function readVisit(): Visit {
  const query = new URLSearchParams(window.location.search);
  const host = hosts.find((channel) => channel === query.get('channel'));
  const kept = readTerminal();
  const kiosk = query.get('kiosk') === '1' || kept !== null;
  const deviceKey = query.get('key') ?? kept;
  if (kiosk) writeTerminal(deviceKey ?? '');
  const scene = query.get('scene');
  const visit: Visit = {
    channel: kiosk ? 'kiosk' : (host ?? (scene ? 'hall-qr' : 'h5')),
    scene,
    kiosk,
    deviceKey,
    ticket: query.get('ticket'),
  };
  if (visit.ticket || query.get('key')) {
    for (const secret of ['ticket', 'key']) query.delete(secret);
    const rest = query.toString();
    window.history.replaceState(
      window.history.state,
      '',
      window.location.pathname + (rest ? `?${rest}` : ''),
    );
  }
  return visit;
}

const terminal = 'window.terminal';

function readTerminal(): string | null {
  try {
    return window.sessionStorage.getItem(terminal);
  } catch {
    return null;
  }
}

function writeTerminal(key: string): void {
  try {
    window.sessionStorage.setItem(terminal, key);
  } catch {
    // then the terminal's start address must carry it each time
  }
}
