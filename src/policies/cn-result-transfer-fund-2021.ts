import type { Policy } from '../policy/policy.js'

const policy: Policy<'deal.transfersPublicResults'> = {
  id: 'cn-result-transfer-fund-2021',
  title: {
    zh: '国家科技成果转化引导基金管理暂行办法',
    en: 'Interim measures of the national guidance fund for the transfer of research results',
  },
  number: '财教〔2021〕176号',
  evidence: 'official',
  status: 'built-in',
  effective: {},
  facts: {
    'deal.transfersPublicResults': {
      kind: 'yes-no',
      label: {
        zh: '是否转化利用财政资金形成的科技成果',
        en: 'the firm turns publicly funded results into products',
      },
    },
  },
  parts: [
    {
      instrument: 'guidance-fund',
      rule: 'contribution',
      eligibility: [
        {
          id: 'ratio',
          article: '第九条',
          label: { zh: '出资比例为子基金规模的10%至30%', en: '10% to 30% of the size of the sub-fund' },
          fact: 'fund.guidanceContribution',
          atLeast: { share: '10%', of: { fact: 'fund.size' } },
          atMost: { share: '30%', of: { fact: 'fund.size' } },
        },
        {
          id: 'not-largest',
          article: '第九条',
          label: { zh: '不作为第一大股东或最大出资人', en: 'not the largest shareholder or contributor' },
          any: [
            {
              fact: 'fund.guidanceContribution',
              below: {
                name: 'largestOther',
                largest: { fact: 'holder.contribution' },
                over: 'holders',
                where: { fact: 'holder.kind', noneOf: ['guidance'] },
                otherwise: '0元',
              },
            },
            {
              all: [
                { parameter: 'equalToLargest', is: 'allowed' },
                {
                  fact: 'fund.guidanceContribution',
                  atMost: {
                    largest: { fact: 'holder.contribution' },
                    over: 'holders',
                    where: { fact: 'holder.kind', noneOf: ['guidance'] },
                    otherwise: '0元',
                  },
                },
              ],
            },
          ],
        },
      ],
      terms: { formula: { article: '第九条', value: { share: '30%', of: { fact: 'fund.size' } } } },
      limits: [
        {
          id: 'below-largest',
          article: '第九条',
          label: { zh: '不作为第一大股东或最大出资人', en: 'not the largest shareholder or contributor' },
          per: 'applicant',
          cap: {
            excessOf: [
              {
                largest: { fact: 'holder.contribution' },
                over: 'holders',
                where: { fact: 'holder.kind', noneOf: ['guidance'] },
                otherwise: '0元',
              },
              { choose: 'first', cases: [{ when: { parameter: 'equalToLargest', is: 'allowed' }, value: '0元' }, { value: '0.01元' }] },
            ],
          },
        },
      ],
      flags: [
        {
          id: 'tie',
          article: '第九条',
          label: { zh: '引导基金与其他出资人并列最大', en: 'the guidance fund and another holder are equal largest' },
          when: {
            fact: 'fund.guidanceContribution',
            atLeast: {
              largest: { fact: 'holder.contribution' },
              over: 'holders',
              where: { fact: 'holder.kind', noneOf: ['guidance'] },
              otherwise: '0元',
            },
            atMost: {
              largest: { fact: 'holder.contribution' },
              over: 'holders',
              where: { fact: 'holder.kind', noneOf: ['guidance'] },
              otherwise: '0元',
            },
          },
        },
      ],
      meaning: { article: '第九条', value: 'at-most' },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
    {
      instrument: 'guidance-fund',
      rule: 'reinvestment',
      eligibility: [
        {
          id: 'reinvestment',
          article: '第十条',
          label: {
            zh: '投资于转化财政资金形成成果的企业不低于引导基金出资额的3倍，且不低于子基金总额的50%',
            en: 'at least three times the guidance contribution and half of the fund in firms that turn publicly funded results into products',
          },
          value: {
            name: 'countedReinvestment',
            total: { fact: 'deal.invested' },
            where: { fact: 'deal.transfersPublicResults', is: true },
          },
          atLeast: {
            name: 'requiredReinvestment',
            higherOf: [
              { share: '3倍', of: { fact: 'fund.guidanceContribution' } },
              { share: '50%', of: { fact: 'fund.size' } },
            ],
          },
        },
      ],
      terms: {},
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  parameters: {
    equalToLargest: {
      kind: 'class',
      label: { zh: '与最大出资人出资相等时', en: 'a holding equal to the largest' },
      oneOf: ['forbidden', 'allowed'],
      value: 'forbidden',
      reading: {
        zh: '办法只规定不作为最大出资人：与最大出资人并列也视为最大出资人',
        en: 'The measures say not the largest contributor: one of two equal largest is taken as the largest too',
      },
    },
  },
}

export default policy
