import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Radio, Spin, Tag } from 'antd';
import { useState } from 'react';
import { type MessageTarget, targetWords } from '../../../../../../shared/notice/message-template';
import { Grid } from '../../../part/grid';
import type { Me } from '../../../query/staff';
import { request } from '../../../request/request';
import { PlatformEdit } from './platform-edit';
import type { NoticeTemplate, NoticeText } from './template';
import { TextEdit } from './text-edit';

interface Answer {
  texts: NoticeText[];
  templates: NoticeTemplate[];
}

function Texts({ items, onEdit }: { items: NoticeText[]; onEdit: (text: NoticeText) => void }) {
  return (
    <Grid<NoticeText>
      rowKey="topic"
      size="small"
      pagination={false}
      scroll={{ x: 760 }}
      dataSource={items}
      columns={[
        {
          title: '消息',
          key: 'title',
          width: 170,
          render: (_, each) => (
            <>
              {each.title} {each.own ? <Tag color="blue">已改</Tag> : null}
            </>
          ),
        },
        { title: '文字', dataIndex: 'text' },
        {
          title: '',
          key: 'do',
          width: 80,
          render: (_, each) => (
            <Button
              size="small"
              aria-label={`修改 ${each.title}`}
              onClick={() => onEdit(each)}
              data-testid={`edit-${each.topic}`}
            >
              修改
            </Button>
          ),
        },
      ]}
    />
  );
}

function Templates({
  items,
  onEdit,
}: {
  items: NoticeTemplate[];
  onEdit: ((template: NoticeTemplate) => void) | null;
}) {
  return (
    <Grid<NoticeTemplate>
      rowKey="topic"
      size="small"
      pagination={false}
      scroll={{ x: 760 }}
      dataSource={items}
      columns={[
        { title: '消息', dataIndex: 'title', width: 170 },
        {
          title: '平台模板编号',
          key: 'id',
          render: (_, { template }) => template?.id ?? <span className="muted">没有设置，不从这里发</span>,
        },
        {
          title: '来源',
          key: 'own',
          width: 120,
          render: (_, { own, template }) => (own ? '在这里设置' : template ? '部署时设置' : ''),
        },
        {
          title: '',
          key: 'do',
          width: 80,
          render: (_, each) =>
            onEdit ? (
              <Button size="small" aria-label={`设置 ${each.title}`} onClick={() => onEdit(each)}>
                设置
              </Button>
            ) : null,
        },
      ]}
    />
  );
}

/** What messages say, with a preview at every provider, and which templates of the platforms carry them (spec 5). */
export default function TemplatesPage({ me }: { me: Me }) {
  const [target, setTarget] = useState<MessageTarget>('reporter');
  const [text, setText] = useState<NoticeText | null>(null);
  const [template, setTemplate] = useState<NoticeTemplate | null>(null);
  const isAdmin = me.roles.some((each) => each.role === 'admin');
  const found = useQuery({
    queryKey: ['templates'],
    queryFn: () => request<Answer>('GET', '/admin/templates'),
  });
  if (found.error) return <Alert type="error" showIcon title={found.error.message} />;
  if (!found.data) return <Spin />;
  const texts = found.data.texts.filter((each) => each.target === target);
  const templates = found.data.templates.filter((each) => each.target === target);
  return (
    <>
      <h2>消息文字</h2>
      <Radio.Group
        aria-label="哪一种"
        optionType="button"
        buttonStyle="solid"
        options={Object.entries(targetWords).map(([value, label]) => ({ value, label }))}
        value={target}
        onChange={(event) => setTarget(event.target.value as MessageTarget)}
        style={{ marginBottom: 14 }}
      />
      {texts.length > 0 ? (
        <Texts items={texts} onEdit={setText} />
      ) : (
        <>
          <p className="muted">
            模板编号在平台后台申请。小程序里请反映人同意接收的模板要与这里一致，改后需重新发布小程序。
          </p>
          <Templates items={templates} onEdit={isAdmin ? setTemplate : null} />
        </>
      )}
      {text ? <TextEdit text={text} onClose={() => setText(null)} /> : null}
      {template ? <PlatformEdit notice={template} onClose={() => setTemplate(null)} /> : null}
    </>
  );
}
