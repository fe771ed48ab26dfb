import type { Labels, Words } from '../assessment/explain.js'
import type { FundRule } from '../policy/policy.js'
import { DISTRIBUTION_LABELS } from './distribution/lines.js'

/** How each value of a worksheet of this instrument reads. */
export const LABELS: Labels = {
  countedInvestment: { zh: '计入投资额', en: 'counted investment' },
  weight: { zh: '折算系数', en: 'weight' },
  countedReinvestment: { zh: '返投认定额', en: 'counted reinvestment' },
  requiredReinvestment: { zh: '返投要求', en: 'required reinvestment' },
  rewardedReinvestment: { zh: '超出部分', en: 'reinvestment above the multiple' },
  holdingYears: { zh: '持有年数', en: 'years held' },
  costSold: { zh: '转让部分的原始投资额', en: 'original cost of the part sold' },
  appliedRate: { zh: '适用利率', en: 'applied rate' },
  appliedShare: { zh: '适用比例', en: 'applied share' },
  ownGain: { zh: '政府出资的收益', en: 'gain of the government money' },
  excessGain: { zh: '超过约定收益的部分', en: 'gain above the agreed return' },
  guidanceHolding: { zh: '引导基金出资额', en: 'held by the guidance fund' },
  largestOther: { zh: '其他出资人中最大的出资额', en: 'largest holding of another' },
  publicShare: { zh: '各级政府出资合计占比', en: 'share of all public money' },
  loss: { zh: '实际损失', en: 'actual loss' },
  privateOverPublic: { zh: '社会资本与财政资金之比', en: 'private over public money' },
  totalOverPublic: { zh: '总规模与财政资金之比', en: 'all money over public money' },
  ...DISTRIBUTION_LABELS,
}

/** What each rule is called, and what granted and refused mean under it. */
export const WORDS: { readonly [rule in FundRule]: Words } = {
  contribution: {
    about: { zh: '出资', en: 'contribution' },
    granted: { zh: '可以出资', en: 'may contribute' },
    refused: { zh: '不得出资', en: 'may not contribute' },
  },
  'follow-on': {
    about: { zh: '跟进投资', en: 'follow-on investment' },
    granted: { zh: '可以跟进', en: 'may invest' },
    refused: { zh: '不得跟进', en: 'may not invest' },
  },
  'investment-guarantee': {
    about: { zh: '投资保障', en: 'investment guarantee' },
    granted: { zh: '可以给予', en: 'granted' },
    refused: { zh: '不予给予', en: 'not granted' },
  },
  'risk-subsidy': {
    about: { zh: '风险补助', en: 'risk subsidy' },
    granted: { zh: '可予补助', en: 'granted' },
    refused: { zh: '不予补助', en: 'not granted' },
  },
  'loss-compensation': {
    about: { zh: '损失补偿', en: 'loss compensation' },
    granted: { zh: '可予补偿', en: 'granted' },
    refused: { zh: '不予补偿', en: 'not granted' },
  },
  reinvestment: {
    about: { zh: '返投', en: 'reinvestment' },
    granted: { zh: '达到要求', en: 'reached' },
    refused: { zh: '未达到要求', en: 'not reached' },
  },
  'use-test': {
    about: { zh: '投向', en: 'use' },
    granted: { zh: '符合规定', en: 'the rules are met' },
    refused: { zh: '不符合规定', en: 'the rules are not met' },
  },
  'exit-price': {
    about: { zh: '退出价格', en: 'exit price' },
    granted: { zh: '可按此转让', en: 'may be sold at this price' },
    refused: { zh: '不适用此价格', en: 'not at this price' },
  },
  'early-exit': {
    about: { zh: '提前退出', en: 'early exit' },
    granted: { zh: '可以提前退出', en: 'the government may leave' },
    refused: { zh: '不具备退出情形', en: 'no cause to leave' },
  },
  concession: {
    about: { zh: '让利', en: 'concession' },
    granted: { zh: '可以让利', en: 'conceded' },
    refused: { zh: '不予让利', en: 'nothing conceded' },
  },
  distribution: {
    about: { zh: '收益分配', en: 'distribution' },
    granted: { zh: '可以分配', en: 'distributed' },
    refused: { zh: '不得分配', en: 'not distributed' },
  },
  fee: {
    about: { zh: '费用', en: 'fee' },
    granted: { zh: '应付', en: 'due' },
    refused: { zh: '不符合规定', en: 'against the rules' },
  },
  leverage: {
    about: { zh: '杠杆', en: 'leverage' },
    granted: { zh: '已计算', en: 'worked out' },
    refused: { zh: '未达到要求', en: 'not reached' },
  },
}
