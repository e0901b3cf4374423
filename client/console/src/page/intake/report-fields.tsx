import { Form, Input, type InputRef, Radio } from 'antd';
import type { ReactNode, Ref } from 'react';
import { stages } from '../../../../../shared/order/vocabulary';
import { Attach } from '../../part/attach/attach';
import { type Attachment, allArrived, arrivedIds } from '../../part/attach/attachment';
import { isMatterName, MatterEntry, matterOf } from './matter-entry';
import './register.css';

export interface TypedReport {
  phone?: string;
  name: string;
  kind: 'person' | 'enterprise';
  enterpriseName?: string;
  matter?: string;
  stage: string;
  story: string;
  files?: Attachment[];
}

export const need = (message: string) => [{ required: true, whitespace: true, message }];
export const choices = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Reporter and report as the API takes them. */
export function reportBody(typed: TypedReport) {
  const { kind, name, phone, enterpriseName, stage, story, matter, files } = typed;
  return {
    reporter: {
      kind,
      name,
      ...(phone ? { phone } : {}),
      ...(kind === 'enterprise' ? { enterpriseName } : {}),
    },
    report: { stage, story, files: arrivedIds(files ?? []), ...matterOf(matter) },
  };
}

/** Who reports: telephone first, for it may be known already; `after` stands between the two lines. */
export function WhoFields({ first, after }: { first?: Ref<InputRef>; after?: ReactNode }) {
  const kind = Form.useWatch('kind');
  return (
    <>
      <div className="pair">
        <Form.Item
          name="phone"
          label="手机号（没有可以不填，凭回执查询）"
          rules={[{ pattern: /^1[3-9]\d{9}$/, message: '请填写 11 位手机号' }]}
          validateTrigger="onBlur"
        >
          <Input
            {...(first ? { ref: first } : {})}
            inputMode="tel"
            maxLength={11}
            autoComplete="off"
            data-testid="field-phone"
          />
        </Form.Item>
        <Form.Item name="name" label="姓名" rules={need('请填写姓名')}>
          <Input maxLength={60} autoComplete="off" data-testid="field-name" />
        </Form.Item>
      </div>
      {after}
      <Form.Item name="kind" label="身份">
        <Radio.Group options={choices({ person: '个人', enterprise: '企业' })} />
      </Form.Item>
      {kind === 'enterprise' ? (
        <Form.Item name="enterpriseName" label="企业名称" rules={need('请填写企业名称')}>
          <Input maxLength={100} data-testid="field-enterprise" />
        </Form.Item>
      ) : null}
    </>
  );
}

/** Papers the reporter brought or sent along, photographed or as PDF (spec 4). */
export const FilesField = () => (
  <Form.Item name="files" label="照片或文件（可以不加）" rules={[allArrived]}>
    <Attach />
  </Form.Item>
);

/** What was not got done, where it stuck, and in which words. */
export function WhatFields() {
  return (
    <>
      <Form.Item
        name="matter"
        label="事项（名称、拼音或首字母，不清楚可以不填）"
        rules={[{ validator: isMatterName }]}
        validateTrigger="onBlur"
      >
        <MatterEntry />
      </Form.Item>
      <Form.Item name="stage" label="卡在哪一步">
        <Radio.Group options={choices(stages)} />
      </Form.Item>
      <Form.Item
        name="story"
        label="发生了什么（至少 10 个字）"
        rules={[{ required: true, whitespace: true, min: 10, message: '请至少写 10 个字' }]}
      >
        <Input.TextArea rows={4} maxLength={2000} showCount data-testid="field-story" />
      </Form.Item>
    </>
  );
}
