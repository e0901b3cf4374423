import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { Grid } from '../../../part/grid';
import { PickUnit } from '../../../part/pick';
import { request } from '../../../request/request';

interface Rule {
  id: string;
  placeKey: string;
  unitId: string;
  unit: string;
  validFrom: string;
  validTo: string | null;
}
interface Place {
  key: string;
  name: string;
  kind: string;
  now: Rule | null;
  later: Rule | null;
}

const dayIn = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** Halls and towns with the rule that holds today, and the one that is to come. */
async function readPlaces(): Promise<Place[]> {
  const [{ halls, towns }, { places }] = await Promise.all([
    request<{ halls: { id: string; name: string }[]; towns: { code: string; name: string }[] }>(
      'GET',
      '/public/places',
    ),
    request<{ places: Rule[] }>('GET', '/admin/rules?limit=1'),
  ]);
  const today = dayIn(0);
  const of = (key: string, name: string, kind: string): Place => {
    const own = places.filter((rule) => rule.placeKey === key);
    const now = own.find((rule) => rule.validFrom <= today && (!rule.validTo || rule.validTo >= today));
    return { key, name, kind, now: now ?? null, later: own.find((rule) => rule.validFrom > today) ?? null };
  };
  return [
    ...towns.map(({ code, name }) => of(code, name, '街镇')),
    ...halls.map(({ id, name }) => of(id, name, '大厅')),
  ];
}

function Change({ place, onClose }: { place: Place; onClose: () => void }) {
  const [unitId, setUnit] = useState<string | null>(place.now?.unitId ?? null);
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () =>
      request('POST', '/admin/rules', {
        add: [{ kind: 'place', placeKey: place.key, unitId, validFrom: dayIn(place.now ? 1 : 0) }],
        end: place.now ? [{ id: place.now.id, lastDay: dayIn(0) }] : [],
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['place-upkeep'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={place.name}
      okText="保存"
      cancelText="取消"
      onCancel={onClose}
      onOk={() => save.mutate()}
      okButtonProps={{ disabled: !unitId || unitId === place.now?.unitId, loading: save.isPending }}
    >
      {save.error ? <Alert type="error" title={save.error.message} /> : null}
      <p>{place.now ? '从明天起，' : '从今天起，'}只知道地点、不知道事项的诉求派给：</p>
      <PickUnit value={unitId} onChange={setUnit} label="承办单位" />
    </Modal>
  );
}

/** Which unit answers at which hall and town; a place that nobody answers for stands out. */
export function PlaceUpkeep() {
  const [place, setPlace] = useState<Place | null>(null);
  const places = useQuery({ queryKey: ['place-upkeep'], queryFn: readPlaces });
  const items = places.data ?? [];
  const gaps = items.filter((each) => !each.now && !each.later);
  return (
    <section className="card">
      <p className="muted">大厅的地址、电话和时间在“单位”里改。派单规则可以先在“派单规则”里试派。</p>
      {places.error ? <Alert type="error" showIcon title={places.error.message} /> : null}
      {gaps.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title={`没有单位负责：${gaps.map((each) => each.name).join('、')}`}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <Grid<Place>
        rowKey="key"
        size="small"
        pagination={false}
        scroll={{ x: 640 }}
        loading={places.isPending}
        dataSource={items}
        columns={[
          { title: '地点', dataIndex: 'name' },
          { title: '类别', dataIndex: 'kind', width: 80 },
          { title: '承办单位', key: 'unit', render: (_, each) => each.now?.unit ?? '—' },
          {
            title: '将改为',
            key: 'later',
            render: (_, each) => (each.later ? `${each.later.unit}（${each.later.validFrom} 起）` : ''),
          },
          {
            title: '',
            key: 'do',
            width: 80,
            render: (_, each) =>
              each.later ? null : (
                <Button size="small" onClick={() => setPlace(each)}>
                  修改
                </Button>
              ),
          },
        ]}
      />
      {place ? <Change place={place} onClose={() => setPlace(null)} /> : null}
    </section>
  );
}
