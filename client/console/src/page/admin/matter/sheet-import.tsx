import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Upload } from 'antd';
import { useState } from 'react';
import { SheetTrouble } from '../../../part/sheet-trouble';
import { sendFile } from '../../../request/request';
import { type Plan, PlanView } from './plan-view';

/** A sheet is looked at first: nothing is saved before what it would change has been seen. */
export function SheetImport() {
  const client = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [whole, setWhole] = useState(false);
  const look = useMutation({
    mutationFn: (given: { file: File; whole: boolean }) =>
      sendFile<Plan>(`/admin/matters/sheet/preview?whole=${given.whole ? 'yes' : 'no'}`, given.file),
  });
  const save = useMutation({
    mutationFn: (given: { file: File; digest: string }) =>
      sendFile<Plan['counts']>(
        `/admin/matters/sheet?whole=${whole ? 'yes' : 'no'}&digest=${given.digest}`,
        given.file,
      ),
    onSuccess: async () => {
      look.reset();
      setFile(null);
      await client.invalidateQueries({ queryKey: ['admin-matters'] });
    },
  });
  const see = (given: File | null, all: boolean) => {
    setFile(given);
    setWhole(all);
    save.reset();
    if (given) look.mutate({ file: given, whole: all });
  };
  const done = save.data;
  const plan = look.data;
  return (
    <section className="card">
      <p className="muted">
        先看预览，确认后才保存。需要“事项编码、事项名称、承办单位”三列，同一事项在不同地点由不同单位承办时写多行。
        可以先到“目录”里导出，改好再导入。
      </p>
      {look.error ? <SheetTrouble error={look.error} /> : null}
      {save.error ? <SheetTrouble error={save.error} /> : null}
      {done ? (
        <Alert
          type="success"
          showIcon
          title={`已保存：新增 ${done.added} 项，变更 ${done.changed} 项，停用 ${done.gone} 项。`}
        />
      ) : null}
      <Upload.Dragger
        accept=".xlsx,.csv"
        showUploadList={false}
        disabled={look.isPending || save.isPending}
        beforeUpload={(given) => {
          see(given, whole);
          return false;
        }}
      >
        <p>{file ? file.name : '把事项表拖到这里，或点这里选文件'}</p>
      </Upload.Dragger>
      <p>
        <Checkbox checked={whole} onChange={(event) => see(file, event.target.checked)}>
          这是完整目录，表里没有的事项停用
        </Checkbox>
      </p>
      {look.isPending ? <p aria-live="polite">正在比对…</p> : null}
      {plan && file ? (
        <>
          <PlanView plan={plan} onTaught={() => see(file, whole)} />
          <Button
            type="primary"
            size="large"
            loading={save.isPending}
            disabled={plan.counts.added + plan.counts.changed + plan.counts.gone === 0}
            onClick={() => save.mutate({ file, digest: plan.digest })}
            data-testid="save-catalogue"
          >
            确认保存
          </Button>
        </>
      ) : null}
    </section>
  );
}
