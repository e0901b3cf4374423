import { Alert } from 'antd';
import type { Me } from '../../query/staff';
import { Password } from './password';
import { Sessions } from './sessions';
import { Totp } from './totp';

/** One's own account: where one is signed in, the password, the one-time codes (spec 6). */
export default function Account({ me }: { me: Me }) {
  return (
    <>
      <h2>我的账号</h2>
      <section className="card">
        <h3>登录情况</h3>
        <p className="muted">
          30 分钟不操作会自动退出，最长 12 小时。看到不认识的设备，请马上退出它并修改密码。
        </p>
        <Sessions from="/staff/sessions" />
      </section>
      {me.means === 'oidc' ? (
        <Alert type="info" showIcon title="您用政务账号登录。密码和动态验证码只在用用户名登录时使用。" />
      ) : null}
      <section className="card" style={{ marginTop: 16 }}>
        <h3>动态验证码</h3>
        <Totp on={me.totp} />
      </section>
      <section className="card">
        <h3>修改密码</h3>
        <Password />
      </section>
    </>
  );
}
