import { Alert, Button, Space, Spin } from 'antd';
import { Link, useParams } from 'react-router';
import { shortTime } from '../../part/light';
import { fileOf, useDraft } from '../../query/report';
import { Paper } from './paper';

/** One report: the notice drafted from frozen figures, to be read, then taken along as a document. */
export default function Report() {
  const { id = '' } = useParams();
  const draft = useDraft(id);
  if (draft.isPending) return <Spin />;
  if (!draft.data) return <Alert type="error" title={draft.error?.message ?? '读取失败'} />;
  const { notice, hash, madeAt } = draft.data;
  return (
    <>
      <h2>通报草稿</h2>
      <Space wrap className="noprint" style={{ marginBottom: 14 }}>
        <Button type="primary" href={fileOf(id, 'notice.docx')} data-testid="notice-docx">
          下载通报文档
        </Button>
        <Button href={fileOf(id, 'figures.xlsx')}>下载数字表格</Button>
        <Link to="/reports">全部报告</Link>
      </Space>
      <p className="muted">
        数字存于 {shortTime(madeAt)}，核对码 <code>{hash.slice(0, 8)}</code>
        。带底色的地方请在下载后补充。
      </p>
      <Paper document={notice} />
    </>
  );
}
