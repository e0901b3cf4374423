import { seedId } from '../../functions/db/seed/units';
import type { Context } from '../../functions/order/context';
import { latestAssistDay } from '../../shared/order/command/assist';
import { causes } from '../../shared/order/vocabulary';
import { dayMs, dayOf, type Instant } from '../../shared/sla/instant';
import { assistant, cast, deputy, dispatcher, handler, reporter, stranger, supervisor } from './cast';
import { type Life, Play } from './life';
import type { Random } from './random';

const version = 0;
/** Only a recent order may lie there without anybody moving it. */
const stallDays = 40;
const causeKeys = Object.keys(causes) as (keyof typeof causes)[];

function withdraw(play: Play, reason: string): void {
  if (!play.do('withdraw', reporter, { version, reason })) return;
  play.wait(play.random.between(60, 900));
  play.do('withdrawal-callback', dispatcher, { pressured: play.random.chance(0.02) });
}

/** Until a unit has taken it, or it has ended before. */
function reachUnit(play: Play): void {
  const { random } = play;
  if (play.facts.state === 'submitted') {
    play.wait(random.between(5, 200));
    if (random.chance(0.12)) {
      play.do('decline', dispatcher, {
        version,
        basis: '诉讼事项依法由法院处理',
        explanation: '这件事已经起诉，请按法院程序办理，我们不能代替。',
      });
      appeal(play);
      return;
    }
    play.do('dispatch', dispatcher, { unitId: cast.wrong, reason: '按事项归口' });
    play.wait(random.between(10, 240));
    if (random.chance(0.5))
      play.do('return', stranger, { version, reason: '不属于本单位职责', rightUnitId: cast.lead });
    play.wait(random.between(5, 120));
    play.do('dispatch', dispatcher, { unitId: cast.lead, reason: '退单后核对职责' });
  }
  play.wait(random.chance(0.05) ? random.between(500, 1200) : random.between(5, 320));
  if (random.chance(0.02)) withdraw(play, '已经自己办好了');
  if (random.chance(0.01)) {
    play.do('decline', handler, {
      version,
      basis: '不属于政务服务事项',
      explanation: '这是个人之间的纠纷，请向人民调解委员会申请。',
      rightDoor: '人民调解委员会',
    });
    appeal(play);
    return;
  }
  play.do('accept', handler, { version });
}

function appeal(play: Play): void {
  if (!play.random.chance(0.15)) return;
  play.rest(play.random.between(10, 200));
  play.do('appeal', reporter, { reason: '我认为这件事应当受理', files: [] });
  play.wait(play.random.between(30, 300));
  play.do('dispatch', dispatcher, { unitId: cast.lead, reason: '申诉后重新核对' });
  play.wait(play.random.between(30, 300));
  play.do('accept', handler, { version });
}

function talk(play: Play): void {
  const { random } = play;
  play.wait(random.between(5, 400));
  const reached = random.chance(0.85);
  play.do('contact', handler, {
    version,
    result: reached ? 'reached' : 'unreached',
    means: 'phone',
    note: reached ? '已说明办理步骤' : '无人接听',
  });
  if (!reached) {
    play.wait(random.between(150, 300));
    play.do('contact', handler, { version, result: 'reached', means: 'phone', note: '再次拨打，已联系上' });
  }
  if (random.chance(0.7))
    play.do('classify', handler, {
      version,
      complexity: random.skewed(['ordinary', 'simple', 'complex'] as const, 2),
    });
  if (random.chance(0.05)) {
    play.rest(random.between(1, 30));
    play.do('urge', reporter, { note: '请尽快' });
  }
  if (random.chance(0.06)) play.do('supplement', reporter, { text: '补充一张现场的照片说明', files: [] });
  if (random.chance(0.1)) play.do('note', handler, { text: '与科室核对过，材料以窗口收件为准', files: [] });
}

function work(play: Play, ctx: Context): void {
  const { random } = play;
  if (random.chance(0.06)) {
    play.do('delegate', handler, { version, unitId: cast.below, request: '请核对原始登记' });
    play.wait(random.between(60, 500));
    play.do('recall', handler, { version, reason: '核对完成' });
  }
  if (random.chance(0.12)) {
    const env = {
      now: play.at,
      actor: handler,
      calendar: ctx.ref.calendar,
      settings: ctx.ref.settings,
      units: ctx.ref.tree,
      newId: () => '',
    };
    play.do('assist', handler, {
      version,
      unitId: cast.other,
      request: '请提供参保记录',
      dueOn: latestAssistDay(play.facts, env),
      files: [],
    });
    play.wait(random.between(60, 500));
    const assistId = play.facts.assists.at(-1)?.id ?? '';
    if (random.chance(0.1)) {
      play.do('assist-reply', assistant, { assistId, declineReason: '记录不在本单位', files: [] });
      play.wait(random.between(60, 300));
      play.do('assist-arbitrate', dispatcher, {
        version,
        assistId,
        decision: 'release',
        reason: '核实后不需要',
      });
    } else play.do('assist-reply', assistant, { assistId, reply: '记录已核对，附页为查询结果', files: [] });
  }
  if (random.chance(0.05)) {
    play.do('extend', handler, { version, reason: '需要现场核实', days: random.pick([1, 2, 3]) });
    play.wait(random.between(30, 420));
    const extensionId = play.facts.extensions.at(-1)?.id ?? '';
    play.do('extend-decide', dispatcher, {
      version,
      extensionId,
      granted: random.chance(0.8),
      reason: '情况属实',
    });
  }
  if (random.chance(0.02))
    play.do('explain', handler, {
      version,
      reason: '涉及历史登记',
      plan: '分步补录',
      nextReportOn: ctx.ref.calendar.addWorkingDays(dayOf(play.at), 4),
    });
  if (random.chance(0.01)) play.do('escalate', handler, { version, reason: '涉及三个部门' });
  if (random.chance(0.01)) withdraw(play, '不再办理');
  play.wait(random.chance(0.07) ? random.between(1500, 4000) : random.between(30, 1100));
  play.do('resolve', handler, {
    version,
    found: '登记系统缺少一条历史记录，窗口无法直接受理。',
    done: '已补录并当面受理，材料不需要再交。',
    rule: '办事指南第三条',
    next: '五个工作日内可在线查询结果。',
    result: random.skewed(['solved', 'partly'] as const, 2),
    cause: random.skewed(causeKeys, 1.6),
    files: [],
  });
}

/** Callbacks and evaluation of one round; whether the round ended well. */
function judge(play: Play): boolean {
  const { random } = play;
  const bad = random.chance(0.06);
  if (random.chance(0.45)) {
    play.rest(random.between(1, 40));
    play.do('evaluate', reporter, {
      solved: !bad,
      satisfaction: bad ? random.pick([1, 2] as const) : random.pick([3, 4, 5, 5] as const),
      tags: [],
      comment: bad ? '还是没有办好' : '办得很快',
      files: [],
    });
  }
  play.wait(random.between(60, 900));
  play.do(
    'unit-callback',
    deputy,
    bad && random.chance(0.5) ? { result: 'unsolved' } : { result: 'solved', satisfaction: 4 },
  );
  play.wait(random.between(60, 1500));
  const found = bad ? random.pick(['unresolved', 'unresolved', 'misreported'] as const) : 'confirmed';
  play.do('district-callback', dispatcher, { result: random.chance(0.05) && !bad ? 'unreached' : found });
  return !bad;
}

/** A whole life of an order by chance, from submission on, as far as it goes until `until`. */
export function playOrder(ctx: Context, random: Random, start: Instant, until: Instant): Life {
  const draft: ConstructorParameters<typeof Play>[4] = {
    id: seedId('order'),
    number: 'CM00000000000000',
    channel: 'h5',
    reporterKind: 'person',
    reporterAccountId: cast.reporter,
    hasPhone: true,
    phoneVerified: true,
    stage: 'not-accepted',
    matterId: cast.matter,
    hallUnitId: cast.hall,
    placeUnitId: null,
    town: null,
    files: [],
  };
  const route = random.chance(0.85)
    ? ({ decided: true, unitId: cast.lead, rule: 3, why: '事项归属' } as const)
    : ({ decided: false, why: '没有规则可用' } as const);
  const play = new Play(ctx, random, start, until, draft, route, reporter);
  reachUnit(play);
  if (until - start < stallDays * dayMs && random.chance(0.03)) return play.end();
  talk(play);
  work(play, ctx);
  if (!judge(play)) {
    play.wait(random.between(60, 500));
    play.do('supervise', supervisor, {
      version,
      reason: '回访发现没有解决',
      demand: '重新核实并办好',
      days: 3,
    });
    if (random.chance(0.8)) play.do('excuse', supervisor, { version, reason: '属于历史遗留，已说明' });
    work(play, ctx);
    play.wait(random.between(60, 600));
    play.do('unit-callback', deputy, { result: 'solved', satisfaction: 4 });
    play.wait(random.between(60, 600));
    play.do('district-callback', dispatcher, { result: 'confirmed' });
    play.do('close', dispatcher, { version, reason: '已核实解决' });
  }
  play.wait(9 * 480);
  return play.end();
}
