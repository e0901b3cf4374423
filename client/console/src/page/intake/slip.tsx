import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { QrCode } from '../../part/qr-code';
import { VerifyPhone } from './verify-phone';
import './slip.css';

export interface Receipt {
  number: string;
  /** Missing where the visit was added to an earlier report: that one's slip holds it. */
  queryCode?: string;
  sentence: string;
  nextSteps: { text: string; by: string | null }[];
  lookUpUrl: string;
  /** The visitor left a phone, which may be verified now. */
  hasPhone?: boolean;
}

const day = (iso: string) =>
  `${Number(iso.slice(5, 7))} 月 ${Number(iso.slice(8, 10))} 日 ${iso.slice(11, 16)}`;

/** What the visitor takes home, as wide as the window's slip printer; the keyboard is on “print” at once. */
export function Slip({ receipt, hall, onNext }: { receipt: Receipt; hall: string; onNext: () => void }) {
  const print = useRef<HTMLButtonElement>(null);
  useEffect(() => print.current?.focus(), []);
  return (
    <section className="card slip" aria-label="登记回执">
      <h2>“办不成事”反映窗口回执</h2>
      <p className="slip-hall">{hall}</p>
      <dl>
        <dt>编号</dt>
        <dd data-testid="slip-number">{receipt.number}</dd>
        <dt>查询码</dt>
        <dd data-testid="slip-code">{receipt.queryCode ?? '见上次的回执'}</dd>
      </dl>
      <p>{receipt.sentence}</p>
      {receipt.nextSteps.length > 0 ? (
        <>
          <h3>接下来</h3>
          <ol>
            {receipt.nextSteps.map((step) => (
              <li key={step.text}>
                {step.text}
                {step.by ? `（${day(step.by)} 前）` : ''}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      <QrCode text={receipt.lookUpUrl} alt="查询进度的二维码" size="34mm" />
      <p>扫码，凭编号和查询码查进度、补充、评价。请保管好这张回执。</p>
      <div className="commands noprint">
        <Button type="primary" size="large" ref={print} onClick={() => window.print()}>
          打印回执
        </Button>
        <Button size="large" onClick={onNext} data-testid="register-next">
          登记下一位
        </Button>
      </div>
      {receipt.hasPhone ? <VerifyPhone number={receipt.number} /> : null}
    </section>
  );
}
