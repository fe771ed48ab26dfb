import type { Cases } from '../cases.js'

const other = (id: string, contribution: string) => ({ id, kind: 'private', contribution })
const many = (count: number) => Array.from({ length: count }, (_, index) => other(`h${index}`, '40000000'))

export default {
  base: {
    fund: { size: '150000000' },
    holders: [{ id: 'guidance', kind: 'guidance', contribution: '30000000' }, other('a', '50000000'), other('b', '40000000'), other('c', '30000000')],
  },
  cases: [
    { name: '30% of the fund', expect: '45000000.00', because: '1.5亿 × 30%', meaning: 'at-most' },
    {
      name: 'a fund of exactly 1亿',
      with: { 'fund.size': '100000000', holders: [other('a', '20000000'), other('b', '20000000'), other('c', '10000000')] },
      expect: '30000000.00',
      because: '1亿 × 30%',
    },
    {
      name: 'a fen smaller',
      with: { 'fund.size': '99999999.99', holders: [other('a', '20000000'), other('b', '20000000'), other('c', '10000000')] },
      refused: 'fund-size',
    },
    { name: 'two others', with: { holders: [other('a', '50000000'), other('b', '40000000')] }, refused: 'number-of-others' },
    { name: 'fifteen others', with: { 'fund.size': '1000000000', holders: many(15) }, expect: '300000000.00', because: '10亿 × 30%' },
    { name: 'sixteen others', with: { 'fund.size': '1000000000', holders: many(16) }, refused: 'number-of-others' },
    { name: 'another with exactly 10 million', with: { 'holders[3].contribution': '10000000' }, expect: '45000000.00', because: '4500万' },
    { name: 'another with a fen less', with: { 'holders[3].contribution': '9999999.99' }, refused: 'each-other' },
    {
      name: 'equal to the largest',
      with: { 'holders[0].contribution': '30000000', 'holders[1].contribution': '30000000', 'holders[2].contribution': '30000000' },
      refused: 'not-largest',
    },
    {
      name: 'a fen less than the largest',
      with: { 'holders[0].contribution': '49999999.99', 'holders[2].contribution': '20000000' },
      expect: '45000000.00',
      because: '4500万',
    },
    { name: 'size not stated', without: ['fund.size'], incomplete: ['fund.size'] },
  ],
} satisfies Cases
