import type { Message } from '../assessment/errors.js'

/** Why a claim is given less than it asks for. */
export const CUT_REASONS = {
  'budget-spent': { zh: '预算已用完', en: 'the budget was spent before its turn' },
  'part-paid': { zh: '预算余额不足，按余额给予', en: 'less was left than it asks for: it is given what was left' },
  'does-not-fit': { zh: '申请额超过预算余额，不予支付', en: 'it asks for more than was left and is not paid' },
  'queue-closed': {
    zh: '排序在前的申请超过预算余额，不再往后支付',
    en: 'an earlier claim asked for more than was left, and the queue ends there',
  },
  'earlier-tier': { zh: '预算已用于排序在前的档次', en: 'the budget went to earlier tiers' },
  'pro-rata': { zh: '预算不足，按比例核减', en: 'the budget is not enough for all: cut in proportion' },
  'rate-set-afterwards': { zh: '按事后确定的比例给予', en: 'given at the rate set afterwards' },
  'no-purse': { zh: '没有对应的资金', en: 'no purse is meant for it' },
} as const satisfies { readonly [code: string]: Message }

export type CutReasonCode = keyof typeof CUT_REASONS

export interface CutReason {
  readonly code: CutReasonCode
  readonly label: Message
}

// A cut in a column of small numbers is the place of its reason here; zero is no cut.
const CODES = [undefined, ...(Object.keys(CUT_REASONS) as CutReasonCode[])]

/** The number that stands for a reason in a column of cuts. */
export const cutNumber = (code: CutReasonCode): number => CODES.indexOf(code)

/** The reason a number of a column of cuts stands for; undefined for zero, where nothing is cut. */
export function cutReason(number: number | undefined): CutReason | undefined {
  const code = CODES[number ?? 0]
  return code === undefined ? undefined : { code, label: CUT_REASONS[code] }
}
