import { Tabs } from 'antd';
import { Link } from 'react-router';
import { CityEntry } from './city-entry';
import { CityReturns } from './city-returns';

/** What the city portal handed over: what is still to be entered there, and one order typed in by hand (spec 4). */
export default function CityPortal() {
  return (
    <>
      <h2>市总门户</h2>
      <p className="muted">
        一件一件录入；多件请用 <Link to="/city-import">批量导入</Link>。同一个市平台编号只会收一次。
      </p>
      <Tabs
        destroyOnHidden
        items={[
          { key: 'returns', label: '尚未回填', children: <CityReturns /> },
          { key: 'entry', label: '录入一件', children: <CityEntry /> },
        ]}
      />
    </>
  );
}
