import { dayOf, fromIso } from '../../sla/instant';
import type { OfficialDocument } from '../official-document';
import { periodName } from '../period';
import type { ReportFigures } from '../report-figures';
import { overall } from './overall';
import { reasons } from './reasons';
import { supervision } from './supervision';
import { unitsPart, unitTable } from './units';

export interface NoticeHead {
  issuer: string;
  recipients: string;
}
export const usualHead: NoticeHead = {
  issuer: '上海市崇明区政务服务办公室',
  recipients: '各乡镇人民政府，区政府各委、办、局，各政务服务中心',
};

/**
 * The notice (通报) of a period in plain official Chinese, every number of it from the frozen figures; places for what
 * people must say themselves are left open (spec 7). The same figures give the same words.
 */
export function draftNotice(figures: ReportFigures, { issuer, recipients }: NoticeHead): OfficialDocument {
  const name = periodName(figures);
  return {
    title: `关于${name}“办不成事”反映窗口\n运行情况的通报`,
    number: null,
    recipients,
    blocks: [
      {
        kind: 'paragraph',
        text: `现将${name}全区“办不成事”反映窗口运行情况通报如下。`,
      },
      ...overall(figures),
      ...unitsPart(figures),
      ...reasons(figures),
      ...supervision(figures),
      { kind: 'heading', level: 1, text: '下一步工作要求' },
      { kind: 'fill', text: '请补充：针对上述问题的工作要求、责任单位和完成时限' },
    ],
    attachments: [{ title: '各单位办理情况表', blocks: [unitTable(figures)] }],
    issuer,
    date: dayOf(fromIso(figures.asOf)),
  };
}
