import { Alert, Button } from 'antd';
import { type Me, useSignOut } from '../../query/staff';
import { Password } from './password';
import { Totp } from './totp';
import '../sign-in.css';

const words = {
  'password.change-first': '您的密码是别人给的，请先改成自己的密码。',
  'totp.set-up-first': '您的角色需要动态验证码，请先设置，再开始工作。',
};

/** What must be done before the first piece of work: one's own password, one-time codes. */
export function FirstStep({ me, first }: { me: Me; first: keyof typeof words }) {
  const signOut = useSignOut();
  return (
    <main className="signin">
      <h1>{me.staff.name}，您好</h1>
      <Alert type="info" showIcon title={words[first]} style={{ marginBottom: 16 }} />
      {first === 'password.change-first' ? <Password /> : <Totp on={me.totp} />}
      <Button type="text" style={{ marginTop: 16 }} onClick={() => void signOut()}>
        先退出
      </Button>
    </main>
  );
}
