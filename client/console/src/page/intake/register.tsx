import { useState } from 'react';
import type { Me } from '../../query/staff';
import { FindOrder } from './find-order';
import { Join } from './join';
import { RegisterForm } from './register-form';
import { type Receipt, Slip } from './slip';

const joined = (number: string): Receipt => ({
  number,
  sentence: '您补充的情况已交给承办单位。',
  nextSteps: [],
  lookUpUrl: `${window.location.origin}/look-up?number=${number}`,
});

/** Every visitor is registered; the outcome decides how far the order goes at once (spec 2, `register`). */
export default function Register({ me }: { me: Me }) {
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [joining, setJoining] = useState<{ number: string; story: string } | null>(null);
  const post = me.roles.find((held) => held.role === 'clerk') ?? me.roles[0];
  const next = () => {
    setReceipt(null);
    setJoining(null);
  };
  if (receipt) return <Slip receipt={receipt} hall={post?.unit?.name ?? ''} onNext={next} />;
  return (
    <div className="order">
      {joining ? (
        <Join {...joining} onDone={() => setReceipt(joined(joining.number))} onBack={next} />
      ) : (
        <RegisterForm
          channel={post?.role === 'clerk' ? 'window' : 'phone'}
          onDone={setReceipt}
          onJoin={(number, story) => setJoining({ number, story })}
        />
      )}
      <FindOrder />
    </div>
  );
}
