import { Tabs } from 'antd';
import type { Me } from '../../query/staff';
import { Catalogue } from './matter/catalogue';
import { PlaceUpkeep } from './matter/place-upkeep';
import { SheetImport } from './matter/sheet-import';

/** The catalogue of matters: what stands in it, a new sheet taken over, and which unit answers at which place (spec 6). */
export default function MattersPage({ me }: { me: Me }) {
  const mayChange = me.roles.some((held) => held.role === 'admin' || held.role === 'supervisor');
  const list = { key: 'list', label: '目录', children: <Catalogue mayChange={mayChange} /> };
  const more = [
    { key: 'sheet', label: '导入', children: <SheetImport /> },
    { key: 'places', label: '地点', children: <PlaceUpkeep /> },
  ];
  return (
    <>
      <h2>事项</h2>
      <Tabs destroyOnHidden items={mayChange ? [list, ...more] : [list]} />
    </>
  );
}
