/** A line of insurance (险种): what it is called, and other names under which it is stated. */
export interface InsuranceLine {
  readonly zh: string
  readonly en: string
  readonly aliases: readonly string[]
}

/**
 * The lines of tech insurance by their id: the six of 保监发〔2006〕129号 first, then those that later documents name.
 *
 * A policy may state its line by the id, by the Chinese name or by another name of it; it is kept by the id.
 */
export const INSURANCE_LINES: { readonly [line: string]: InsuranceLine } = {
  'rd-liability': {
    zh: '产品研发责任保险',
    en: 'product R&D liability insurance',
    aliases: ['产品研发责任险', '研发责任保险', '研发责任险'],
  },
  'key-rd-equipment': { zh: '关键研发设备保险', en: 'insurance of key R&D equipment', aliases: ['关键研发设备险'] },
  'business-interruption': { zh: '营业中断保险', en: 'business interruption insurance', aliases: ['营业中断险'] },
  'export-credit': { zh: '出口信用保险', en: 'export credit insurance', aliases: ['出口信用险'] },
  'staff-health': {
    zh: '高管人员和关键研发人员团体健康保险',
    en: 'group health insurance of executives and key R&D staff',
    aliases: ['高管人员和关键研发人员健康保险', '团体健康保险', '团体健康险'],
  },
  'staff-accident': {
    zh: '高管人员和关键研发人员团体意外保险',
    en: 'group accident insurance of executives and key R&D staff',
    aliases: ['高管人员和关键研发人员意外保险', '团体意外保险', '团体意外险', '团体意外伤害保险'],
  },
  'product-liability': { zh: '产品责任保险', en: 'product liability insurance', aliases: ['产品责任险'] },
  'product-quality': { zh: '产品质量保证保险', en: 'product quality guarantee insurance', aliases: ['产品质量保证险'] },
  'small-loan-guarantee': { zh: '小额贷款保证保险', en: 'small-loan guarantee insurance', aliases: ['小额贷款保证险'] },
  'loan-performance-guarantee': {
    zh: '贷款履约保证保险',
    en: 'loan performance guarantee insurance',
    aliases: ['贷款履约保证险', '履约保证保险'],
  },
  'patent-pledge-loan-guarantee': {
    zh: '专利权质押贷款保证保险',
    en: 'patent-pledge loan guarantee insurance',
    aliases: ['专利质押贷款保证保险', '专利质押贷款保证险'],
  },
  'directors-and-officers': {
    zh: '董事、监事及高级管理人员责任保险',
    en: 'directors and officers liability insurance',
    aliases: ['董事高管责任保险', '董监高责任险', '董责险'],
  },
  'project-investment-loss': { zh: '项目投资损失保险', en: 'project-investment loss insurance', aliases: ['项目投资损失险'] },
  'first-set-equipment': {
    zh: '首台（套）重大技术装备保险',
    en: 'insurance of first-set major equipment',
    aliases: ['首台套重大技术装备保险', '首台（套）重大技术装备综合保险', '首台套保险'],
  },
  'first-batch-materials': {
    zh: '重点新材料首批次应用保险',
    en: 'insurance of first-batch new materials',
    aliases: ['新材料首批次应用保险', '首批次保险'],
  },
  'clinical-trial-liability': {
    zh: '生物医药人体临床试验责任保险',
    en: 'biomedical clinical-trial liability insurance',
    aliases: ['人体临床试验责任保险', '临床试验责任保险', '临床试验责任险'],
  },
}
