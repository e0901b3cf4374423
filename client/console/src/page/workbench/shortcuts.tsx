import { Link } from 'react-router';
import { mayOpen, places } from '../../places';
import type { Me } from '../../query/staff';

/** What each page is for, in the words of who opens it daily; the order is that of a day. */
const uses: [string, string][] = [
  ['/register', '来访的都登记，回执当场打印'],
  ['/city-portal', '录入市总门户转来的诉求'],
  ['/orders', '查工单，筛选，导出台账'],
  ['/bulletins', '看通报，写通报'],
  ['/patterns', '值得核对的办理情况'],
  ['/audit', '核对记录是否被改动'],
  ['/figures', '受理、办结、满意度'],
  ['/problems', '找原因，定措施，看成效'],
  ['/people', '账号、角色、代理与停用'],
  ['/units', '单位、电话与下班时间'],
  ['/matters', '事项与主管单位'],
  ['/rules', '按事项和地点派给谁'],
  ['/calendar', '工作日、节假日'],
  ['/providers', '短信和消息发得怎么样'],
  ['/settings', '时限、提醒与保存年限'],
];
const mostShown = 6;

/** The pages of one's roles that are opened most, besides the orders themselves. */
export function Shortcuts({ me }: { me: Me }) {
  const held = me.roles.map((each) => each.role);
  const shown = uses.flatMap(([path, use]) => {
    const place = places.find((each) => each.path === path);
    return place?.title && mayOpen(place, held) ? [{ path, title: place.title, use }] : [];
  });
  return (
    <nav className="shortcuts" aria-label="常用页面">
      {shown.slice(0, mostShown).map(({ path, title, use }) => (
        <Link key={path} to={path}>
          <b>{title}</b>
          <span className="muted">{use}</span>
        </Link>
      ))}
    </nav>
  );
}
