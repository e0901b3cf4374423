import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { OrderView } from '../../../../../shared/order/view';
import { Suggestions } from '../../part/suggestions';
import { commandForms, commandGroups } from '../../word/command-form';
import { CallbackForm } from '../callback/callback-form';
import { isCall } from '../callback/script';
import { CommandForm } from './command-form';
import type { Doing } from './use-command';
import './command.css';

/** What this person may do now, as the server says, the next step first; or the form of what is being done. */
export function CommandPanel({ order, doing }: { order: OrderView; doing: Doing }) {
  const drafts = useRef({});
  const panel = useRef<HTMLElement>(null);
  const offered = order.commands.filter((command) => commandForms[command]);
  const { command } = doing;
  const stands = useRef<string | null>(null);
  // A form that is open stays, with its words, when the order changes under it; one that was never possible does not open.
  const known = command !== null && commandForms[command] !== undefined;
  const opens = known && (offered.some((each) => each === command) || stands.current === command);
  stands.current = opens ? command : null;
  const leave = () => {
    doing.close();
    requestAnimationFrame(() => panel.current?.focus());
  };
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.code !== 'KeyN' || !order.next) return;
      event.preventDefault();
      doing.open(order.next);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [order.next, doing]);
  if (opens && command) {
    const shown = { command, order, drafts, given: doing.given, onDone: leave, onClose: leave };
    return (
      <div className="card noprint doing">
        {isCall(command) ? (
          <CallbackForm key={command} call={command} order={order} onDone={leave} onClose={leave} />
        ) : (
          <CommandForm key={command} {...shown} />
        )}
      </div>
    );
  }
  return (
    <section className="card noprint" aria-label="可以做的" ref={panel} tabIndex={-1} data-testid="panel">
      {command ? (
        <Alert
          type="info"
          showIcon
          className="not-now"
          title={`“${commandForms[command]?.title ?? '这一步'}”现在不用办，或由别人办。`}
        />
      ) : null}
      <h3>可以做的</h3>
      {offered.length === 0 ? <p className="muted">现在没有需要您做的事。</p> : null}
      {offered.includes('dispatch') ? <Suggestions order={order} /> : null}
      {commandGroups.map(({ title, forms }) => {
        const own = offered.filter((each) => forms[each]);
        if (own.length === 0) return null;
        return (
          <div key={title} className="command-group">
            <h4>{title}</h4>
            <div className="commands">
              {own.map((each) => (
                <Button
                  key={each}
                  type={each === order.next ? 'primary' : 'default'}
                  onClick={() => doing.open(each)}
                  data-testid={`command-${each}`}
                >
                  {commandForms[each]?.title}
                </Button>
              ))}
            </div>
          </div>
        );
      })}
      {order.next ? <p className="muted keys">Alt+N 打开下一步</p> : null}
    </section>
  );
}
