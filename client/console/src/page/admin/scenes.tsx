import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { PickUnit } from '../../part/pick';
import { QrCode } from '../../part/qr-code';
import { request } from '../../request/request';
import './scenes.css';

interface Scene {
  scene: string;
  hall: string;
  window: string;
  url: string;
  retiredAt: string | null;
}

function NewScene() {
  const client = useQueryClient();
  const [hallUnitId, setHall] = useState<string | null>(null);
  const [window, setWindow] = useState('');
  const add = useMutation({
    mutationFn: () => request('POST', '/admin/scenes', { hallUnitId, window: window.trim() }),
    onSuccess: async () => {
      setWindow('');
      await client.invalidateQueries({ queryKey: ['scenes'] });
    },
  });
  return (
    <section className="card noprint">
      <h3>新增二维码</h3>
      {add.error ? <Alert type="error" showIcon title={add.error.message} /> : null}
      <Space wrap>
        <PickUnit value={hallUnitId} onChange={setHall} label="大厅" />
        <Input
          aria-label="窗口名称"
          placeholder="窗口名称，如 3 号窗口"
          maxLength={40}
          value={window}
          onChange={(event) => setWindow(event.target.value)}
        />
        <Button
          type="primary"
          disabled={!hallUnitId || window.trim() === ''}
          loading={add.isPending}
          onClick={() => add.mutate()}
        >
          生成
        </Button>
      </Space>
    </section>
  );
}

/** QR codes of halls and windows, and the sheet to print, cut and put up (spec 4, `hall-qr`). */
export default function ScenesPage() {
  const client = useQueryClient();
  const list = useQuery({
    queryKey: ['scenes'],
    queryFn: () => request<{ items: Scene[] }>('GET', '/admin/scenes'),
  });
  const retire = useMutation({
    mutationFn: (scene: string) => request('DELETE', `/admin/scenes/${scene}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scenes'] }),
  });
  const items = (list.data?.items ?? []).filter((each) => each.retiredAt === null);
  const problem = list.error ?? retire.error;
  return (
    <>
      <h2 className="noprint">大厅二维码</h2>
      {problem ? <Alert type="error" showIcon title={problem.message} /> : null}
      <NewScene />
      <p className="noprint">
        <Button disabled={items.length === 0} onClick={() => window.print()}>
          打印全部
        </Button>{' '}
        <span className="muted">每页 6 张，剪开贴在窗口。停用后，扫旧码不再带出大厅。</span>
      </p>
      {list.data && items.length === 0 ? <p className="muted">还没有二维码。</p> : null}
      <div className="scenes">
        {items.map((each) => (
          <section key={each.scene} className="card scene">
            <h3>办事没办成？扫码告诉我们</h3>
            <QrCode text={each.url} alt={`${each.hall} ${each.window} 的二维码`} size="46mm" />
            <p>
              <b>{each.hall}</b>
              <br />
              {each.window}
            </p>
            <p>用微信或手机浏览器扫码，填写后会有人联系您。</p>
            <Popconfirm
              title="停用这个二维码吗"
              okText="停用"
              cancelText="取消"
              onConfirm={() => retire.mutate(each.scene)}
            >
              <Button size="small" className="noprint" aria-label={`停用 ${each.hall} ${each.window}`}>
                停用
              </Button>
            </Popconfirm>
          </section>
        ))}
      </div>
    </>
  );
}
