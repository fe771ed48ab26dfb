import type { Policy } from '../policy/policy.js'

const policy: Policy<'borrower.highTechEnterprise' | 'policy.line' | 'policy.listedLine' | 'policy.insurerReceivedThisYear'> = {
  id: 'maanshan-tech-insurance-2018',
  title: { zh: '马鞍山市高新技术企业科技保险补助', en: "Ma'anshan tech-insurance support of high-tech enterprises" },
  number: '马发〔2018〕5号',
  issuer: { zh: '马鞍山市', en: "Ma'anshan" },
  evidence: 'secondary',
  status: 'built-in',
  effective: {},
  facts: {
    'borrower.highTechEnterprise': { kind: 'yes-no', label: { zh: '是否为高新技术企业', en: 'high-tech enterprise' } },
    'policy.line': {
      kind: 'class',
      label: { zh: '险种', en: 'line of insurance' },
      oneOf: { other: { zh: '其他险种', en: 'another line' } },
    },
    'policy.listedLine': { kind: 'yes-no', label: { zh: '是否属于文件所列12个险种', en: 'one of the 12 lines of the document' } },
    'policy.insurerReceivedThisYear': {
      kind: 'amount',
      label: { zh: '该保险公司本年度已获补助', en: 'received this year by the insurer' },
    },
  },
  parts: [
    {
      instrument: 'premium-subsidy',
      eligibility: [{ id: 'high-tech', place: '马发〔2018〕5号', fact: 'borrower.highTechEnterprise', is: true }],
      items: {
        where: [
          {
            id: 'line',
            place: '马发〔2018〕5号',
            label: { zh: '属于补助险种', en: 'a line that is supported' },
            any: [
              { fact: 'policy.listedLine', is: true },
              { fact: 'policy.line', is: 'patent-pledge-loan-guarantee' },
            ],
          },
          {
            id: 'paid-by-enterprise',
            reading: {
              zh: '补贴以企业实际支付的保险费为准：由他人（如母公司）支付的不计',
              en: 'The subsidy goes by the premium the enterprise actually paid: one that another (such as its parent) paid does not count',
            },
            fact: 'policy.paidByEnterprise',
            is: true,
          },
        ],
      },
      terms: {
        formula: {
          place: '马发〔2018〕5号',
          value: {
            share: {
              name: 'appliedRate',
              label: { zh: '适用补贴比例', en: 'applied rate of subsidy' },
              choose: 'first',
              cases: [
                {
                  when: [
                    { fact: 'policy.line', is: 'patent-pledge-loan-guarantee' },
                    {
                      reading: {
                        zh: '文件只规定了费率不超过5%的专利权质押贷款保证保险：费率超过5%的未作规定，不予补助',
                        en: 'Of patent-pledge loan guarantee insurance above 5% the document says nothing: nothing is paid',
                      },
                      fact: 'policy.premiumRate',
                      atMost: '5%',
                    },
                  ],
                  value: '50%',
                },
                { when: { fact: 'policy.line', noneOf: ['patent-pledge-loan-guarantee'] }, value: '30%' },
              ],
            },
            of: { counted: 'premium' },
          },
        },
      },
      limits: [
        {
          id: 'insurer',
          place: '马发〔2018〕5号',
          label: { zh: '每家保险公司每年限额', en: 'cap of an insurer and year' },
          when: { fact: 'policy.line', is: 'patent-pledge-loan-guarantee' },
          per: { by: 'policy.insurer' },
          cap: '50万元',
          period: 'year',
          received: { fact: 'policy.insurerReceivedThisYear' },
        },
      ],
      recipient: {
        place: '马发〔2018〕5号',
        value: {
          cases: [
            { when: { fact: 'policy.line', is: 'patent-pledge-loan-guarantee' }, recipient: 'insurer', named: 'policy.insurer' },
            { recipient: 'enterprise' },
          ],
        },
      },
      rounding: {
        value: { to: 'fen', mode: 'half-up' },
        reading: { zh: '文件未规定取整办法：按分四舍五入', en: 'The document does not state a rounding: to the fen, half up' },
      },
    },
  ],
  notes: [
    { zh: '对企业的补助，所据文本未写明上限', en: 'Of what enterprises receive the text at hand states no cap' },
    {
      zh: '省级补助另要求提供市、县已给予补助的证明',
      en: 'The province asks for proof that the city or county also subsidized',
    },
  ],
}

export default policy
