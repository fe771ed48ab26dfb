import type { Issue, Message } from '../assessment/errors.js'
import type { Fault } from '../assessment/scope.js'

type Say = (given: string, detail: string) => Message

const plain =
  (zh: string, en: string): Say =>
  () => ({ zh, en })

const KINDS: { readonly [kind: string]: Message } = {
  amount: { zh: '金额（如“1000万元”）', en: 'an amount such as "1000万元"' },
  rate: { zh: '比率（如“50%”）', en: 'a rate such as "50%"' },
  number: { zh: '数', en: 'a number' },
  months: { zh: '月数（如“6个月”）', en: 'months such as "6个月"' },
  days: { zh: '天数（如“180天”）', en: 'days such as "180天"' },
}

const wrongKind: Say = (_, detail) => {
  const [wanted = '', got = ''] = detail.split(' ')
  const [a, b] = [KINDS[wanted], KINDS[got]]
  return { zh: `此处应为${a?.zh ?? wanted}，给出的是${b?.zh ?? got}`, en: `expected ${a?.en ?? wanted}, received ${b?.en ?? got}` }
}

/** What each fault of a document means, by its code; where a code has several causes, by code and detail. */
const MESSAGES: { readonly [code: string]: Say } = {
  'unknown-fact': (given) => ({
    zh: `没有名为${given}的事实：请使用标准事实，或在 facts 中声明`,
    en: `no fact is named ${given}: use a standard fact or declare it under facts`,
  }),
  'out-of-reach': (given) => ({
    zh: `${given}属于列表中的每一项，此处不能直接使用：请用 total 或 count，或放入 items`,
    en: `${given} belongs to each entry of a list and cannot stand here: use total or count, or move it under items`,
  }),
  'out-of-reach:loan': (given) => ({
    zh: `${given}只能用于每笔贷款：在申请人层面请用 { "total": … }`,
    en: `${given} stands only where a loan is at hand: use { "total": … } for the applicant`,
  }),
  'unknown-parameter': (given) => ({
    zh: `没有名为${given}的参数：请在 parameters 中声明`,
    en: `no parameter is named ${given}: declare it under parameters`,
  }),
  unreadable: plain(
    '应为文件中的数值，如“1000万元”“50%”“1.5个百分点”“2年”，金额必须带单位',
    'expected a printed figure such as "1000万元", "50%", "1.5个百分点" or "2年"; an amount needs its unit',
  ),
  'unreadable:day': plain('应为“2025-03-16”这样的日期', 'expected a day such as "2025-03-16"'),
  'unreadable:share': plain(
    '应为份额，如“90%”“三分之一”；倍数请写“10倍”',
    'expected a share such as "90%" or "三分之一"; a multiple is written "10倍"',
  ),
  kind: wrongKind,
  'kind:date-fact': plain('此处应为日期类事实', 'expected a fact that is a date'),
  'kind:period-each': plain(
    '逐段的限额不能再减去已获金额：each 与 period 只能用一个',
    'a cap for each stretch of time cannot take off what was received: use either each or period',
  ),
  'absent:last-case': plain('最后一档不写 when，否则可能无人承担', 'the last case has no when, or nobody may pay'),
  'absent:last-recipient': plain('最后一种情形不写 when，否则可能无收款方', 'the last case has no when, or nobody may be paid'),
  'kind:year': plain('此处应为表示年份的整数（count）类事实', 'expected a fact that is a year, of the kind count'),
  'kind:figure-fact': plain('此处应为数值类事实', 'expected a fact that is an amount, a rate, a number or a tenor'),
  'kind:figure-parameter': plain('此处应为数值类参数', 'expected a parameter that is a figure'),
  'kind:share': plain('份额应为比率或倍数', 'expected a rate or a number as the share'),
  'kind:tenor': plain('应为期限，如“6个月”“2年”“30天”', 'expected a tenor such as "6个月", "2年" or "30天"'),
  'kind:yes-no': plain('是非类事实应为 true 或 false', 'a yes-no fact is true or false'),
  'kind:class': plain('此处应为类别的名称', 'expected the name of a class'),
  'unknown-quantity': plain(
    '没有相符的数值写法：可用的写法见 docs/reference/quantities.md',
    'no form of a quantity fits; the forms are in docs/reference/quantities.md',
  ),
  'unknown-clause': plain(
    '没有相符的条件写法：可用的写法见 docs/reference/clauses.md',
    'no form of a clause fits; the forms are in docs/reference/clauses.md',
  ),
  'unknown-class': (given, detail) => ({
    zh: `${given}不在该事实的类别之中：${detail}`,
    en: `${given} is not a class of this fact: ${detail}`,
  }),
  'unknown-list': (given) => ({ zh: `没有名为${given}的列表`, en: `no list is named ${given}` }),
  'unknown-part': (given) => ({ zh: `没有编号为${given}的部分`, en: `no part has the id ${given}` }),
  'unknown-party': (given, detail) => ({
    zh: `${given}不在各方之中：应为下列之一：${detail}`,
    en: `${given} is not one of the parties: expected one of ${detail}`,
  }),
  'unknown-scope': (_, detail) => ({
    zh: `该工具的限额范围为 ${detail}、applicant、group 或 { by: 事实 }`,
    en: `limits of this instrument are per ${detail}, applicant, group or { by: fact }`,
  }),
  'unknown-scope:cut': plain(
    '单笔限额无需分摊：cut 只用于多笔共用的限额',
    'a cap on one item needs no cut: it belongs to a cap that items share',
  ),
  'unknown-day-count': (_, detail) => ({ zh: `应为计息办法之一：${detail}`, en: `expected a day count: ${detail}` }),
  empty: plain('至少应有一项', 'expected at least one entry'),
  'empty:window': plain('窗口至少应有 from、through、until 之一', 'a window has at least one of from, through and until'),
  overlap: plain('各档有重叠：请检查是否含本数', 'brackets overlap: check which ends are included'),
  'overlap:slices': plain('各段应从小到大，只有最后一段可以没有上限', 'slices go upward and only the last may have no end'),
  order: plain('对单笔的限额应排在对申请人的限额之前', 'a limit on an item cannot follow a limit on the applicant: list it before'),
  'untested:classes': plain('多选类别请用 includes、oneOf 或 noneOf', 'a fact of several classes is tested with includes, oneOf or noneOf'),
  'untested:yes-no': plain('是非类事实请用 is', 'a yes-no fact is tested with is'),
  'out-of-reach:interestAt': plain('reset 只能写在 interestAt 之内', 'reset stands only inside interestAt'),
  'out-of-reach:where': plain(
    '尚未确定哪些贷款计入，此处不能用 total、count：请放入 eligibility',
    'which loans count is not known yet, so total and count cannot stand here: move the clause to eligibility',
  ),
  'out-of-reach:applicant': plain(
    '公式按申请人计算，不能逐笔限额：请改为 per: "applicant"',
    'the formula is worked out for the applicant, so a limit per loan cannot apply: use per: "applicant"',
  ),
  'out-of-reach:each': plain(
    '保险费和投资没有结息日：逐段的限额只用于贷款利息；保险费的年度限额请用 period，只计某年的保险费请用 windows',
    'only interest of loans falls into stretches of time: for a premium use a cap with a period, or windows for the cover of one year',
  ),
  'absent:received': plain(
    '逐笔或分组的限额不能用申请人的累计金额：请用 received 写明已获金额',
    'a cap per loan or group cannot use what the applicant received: state the amount with received',
  ),
  'unknown-items': (_, detail) => ({ zh: `这一工具的项目可以是：${detail}`, en: `the items of this instrument may be: ${detail}` }),
  'unknown-term': (given) => ({
    zh: `${given}不是这类项目的计算规定：保单与贷款各有其 terms`,
    en: `${given} is no term of these items: insurance policies and loans have terms of their own`,
  }),
  'unknown-term:other-rule': plain(
    'distribution 只用于收益分配：请放入 rule 为 distribution 的部分',
    'distribution belongs to the rule of that name: move it to a part whose rule is distribution',
  ),
  'unknown-term:beside-formula': plain(
    'measures 是没有金额时的答复：有 formula 时请改用 shown',
    'measures are the answer where there is no amount: beside a formula use shown',
  ),
  'unknown-term:distribution': (given) => ({
    zh: `收益分配由 distribution 写明，${given}不起作用：请删除`,
    en: `a part that distributes says how in distribution, and ${given} would have no effect: remove it`,
  }),
  'absent:amount': plain(
    '限额需要有金额：请写明 formula，只作判断的请改写为 eligibility 中的条件',
    'limits need an amount: state a formula, or write a check as a clause of eligibility',
  ),
  'kind:days-of-gap': plain('应为天数，如“1天”“30天”', 'expected days such as "1天" or "30天"'),
  'out-of-reach:policy': (given) => ({
    zh: `${given}只能用于每份保单：在申请人层面请用 { "total": … }`,
    en: `${given} stands only where an insurance policy is at hand: use { "total": … } for the applicant`,
  }),
  'unknown-order': plain('本金限额不能按补贴额排序', 'a limit on principal cannot go by the amount of subsidy'),
  duplicate: (given) => ({ zh: `编号${given}重复`, en: `the id ${given} is used twice` }),
  untested: plain(
    '条件没有写明界限：数值用 atLeast、above、atMost、below，日期用 from、after、through、until，类别用 is、oneOf、noneOf、includes',
    'the clause tests nothing: a number needs atLeast, above, atMost or below, a date from, after, through or until, a class is, oneOf, noneOf or includes',
  ),
  source: (_, detail) => ({
    zh: `每个值应恰有 article、place、reading 之一，此处有${detail}个`,
    en: `a value needs exactly one of article, place and reading; here are ${detail}`,
  }),
  shares: plain('各方份额之和应为1', 'the shares of the payers must sum to 1'),
  'shares:loss': plain('分担损失的各方份额应不为负，其和为1', 'the shares of a loss are zero or more and sum to 1'),
  'shares:remainders': plain('只能有一方承担其余部分（remainder）', 'only one party can have the remainder'),
  'shares:bounds': plain('各方份额的上下限互相矛盾，没有份额能同时满足', 'no shares can keep within these bounds'),
  'unknown-party:compensating': plain(
    '超出限额的部分不能由补偿资金承担：请写其他一方',
    'what is above the limits cannot fall to a party the compensation is paid through: name another',
  ),
  'absent:stated': plain('stated 应为每一方写明一项事实', 'stated names a fact for every party'),
  'absent:losses': plain('borneBy 需要 losses：没有写明谁承担什么', 'borneBy needs losses, which say who bears what'),
  'absent:losses-of-recovery': plain(
    '追偿按承担比例返还：请写明 losses（谁承担什么），否则删除 recovery',
    'what is recovered goes back in the proportion borne: state losses, which say who bears what, or leave recovery out',
  ),
  'absent:borne': plain(
    '超出限额的部分须知道由谁承担补偿：请写明 losses，并在 formula 中写 borneBy，否则删除 aboveLimitsTo',
    'what limits cut off is a part of what borneBy pays: state losses and a formula with borneBy, or leave aboveLimitsTo out',
  ),
  'overlap:layers': plain(
    '各层的 upTo 从第一元起算，应逐层升高',
    'upTo counts from the first yuan of the loss: each layer must reach further than the one before',
  ),
  'order:layers': plain(
    '前一层没有 upTo，已承担其余全部损失，后面的层永远不会用到',
    'the layer before has no upTo and takes all that is left, so this one never has anything',
  ),
  'kind:shares-parameter': plain('此处应为份额类参数（kind: "shares"）', 'expected a parameter of the kind shares'),
  'overlap:levels': plain('熔断的各级应从低到高', 'the levels of a fuse rise from the lowest'),
  'absent:pool': plain(
    '资金池须知道损失由谁承担：请写明 losses 和 formula',
    'a pool needs to know who bears what: state losses and a formula',
  ),
  'absent:reset': plain('资金池的熔断须写明何时恢复（reset）', 'a fuse of a pool says when it opens again (reset)'),
  'shares:funding': plain(
    '出资比例应为合计为1的份额（如“50%”），或都是数的比（如“4”“6”）',
    'funding is shares that sum to 1 such as "50%", or a ratio of plain numbers such as "4" and "6"',
  ),
  'order:replenishment': plain('补足后的余额不应低于补足线', 'the balance to replenish to is not below the one at which it is due'),
  'unknown-word': (given, detail) => ({ zh: `${given}应为下列之一：${detail}`, en: `${given}: expected one of ${detail}` }),
  'absent:distribution': plain('这一部分应写明 distribution', 'this part needs its distribution'),
  'absent:day-count': plain('计算优先回报时必须写明计息办法（dayCount），没有默认值', 'a return needs a dayCount: it is never a default'),
  'order:tiers': plain(
    '前一层已分完全部余额，后面的层永远不会分到',
    'the tier before takes all that is left, so this one never has anything',
  ),
  'unreadable:rate': plain('应为不为负的比率或倍数', 'expected a rate or a multiple of zero or more'),
  'absent:proration-of-cover': plain(
    '保险期间只部分计入、费率上限按年计算时必须写明折算办法（proration），没有默认值',
    'cover that counts in part and a rate limit for a year need a proration: it is never a default',
  ),
  'unknown-cover': (given) => ({
    zh: `参保年度不能按${given}计：以往投保记录只有险种和保险标的`,
    en: `participation cannot go by ${given}: earlier covers have a line and an insured object`,
  }),
  'absent:proration': plain(
    '按利率计算利息时必须写明计息办法（proration），没有默认值',
    'interest at a rate needs a proration: it is never a default',
  ),
}

/** A fault of a document in words. */
export function issueOf({ code, path, given, detail }: Fault): Issue {
  const say = MESSAGES[`${code}:${detail ?? ''}`] ?? MESSAGES[code]
  const message = say?.(given ?? '', detail ?? '') ?? { zh: code, en: code }
  return { code, path, ...(given === undefined ? {} : { given }), message }
}
