// Generated from src/policies by `npm run generate`; do not edit.
import type { Policy } from '../policy/policy.js'

/** How the command loads a built-in document by its id. */
export const builtInPolicies: Readonly<Record<string, () => Promise<{ readonly default: Policy }>>> = {
  'beijing-first-loan-2025': () => import('../policies/beijing-first-loan-2025.js'),
  'chongqing-hightech-zone-2021': () => import('../policies/chongqing-hightech-zone-2021.js'),
  'cn-central-budget-interest-support-2005': () => import('../policies/cn-central-budget-interest-support-2005.js'),
  'cn-development-zone-infrastructure-2012': () => import('../policies/cn-development-zone-infrastructure-2012.js'),
  'cn-epidemic-key-suppliers-2020': () => import('../policies/cn-epidemic-key-suppliers-2020.js'),
  'cn-equipment-renewal-2024': () => import('../policies/cn-equipment-renewal-2024.js'),
  'cn-equipment-renewal-2026': () => import('../policies/cn-equipment-renewal-2026.js'),
  'cn-innofund-interest-2005': () => import('../policies/cn-innofund-interest-2005.js'),
  'cn-service-sector-2025': () => import('../policies/cn-service-sector-2025.js'),
  'cn-service-sector-2026': () => import('../policies/cn-service-sector-2026.js'),
  'cn-sme-fixed-asset-loans-2026': () => import('../policies/cn-sme-fixed-asset-loans-2026.js'),
  'guangdong-specialised-sme-2026': () => import('../policies/guangdong-specialised-sme-2026.js'),
  'hefei-zhengxin-loan-2024': () => import('../policies/hefei-zhengxin-loan-2024.js'),
  'hubei-knowledge-value-2025': () => import('../policies/hubei-knowledge-value-2025.js'),
  'shandong-luke-loan-2023': () => import('../policies/shandong-luke-loan-2023.js'),
  'shenzhen-guangming-2021': () => import('../policies/shenzhen-guangming-2021.js'),
  'shenzhen-longhua-2021': () => import('../policies/shenzhen-longhua-2021.js'),
  'shiyan-tech-loan-trial': () => import('../policies/shiyan-tech-loan-trial.js'),
  'suizhou-tech-innovation-loan-2025': () => import('../policies/suizhou-tech-innovation-loan-2025.js'),
  'suzhou-hightech-zone-2021': () => import('../policies/suzhou-hightech-zone-2021.js'),
  'wuhan-eastlake-tech-sme-loans-2023': () => import('../policies/wuhan-eastlake-tech-sme-loans-2023.js'),
  'wuhan-eastlake-working-capital-2021': () => import('../policies/wuhan-eastlake-working-capital-2021.js'),
  'wuhan-growth-industry-working-capital-2021': () => import('../policies/wuhan-growth-industry-working-capital-2021.js'),
  'wuhan-guarantee-insurance-loan-2019': () => import('../policies/wuhan-guarantee-insurance-loan-2019.js'),
  'wuhan-loan-interest-subsidy-2012': () => import('../policies/wuhan-loan-interest-subsidy-2012.js'),
  'wuhan-qingshan-hightech-2020': () => import('../policies/wuhan-qingshan-hightech-2020.js'),
  'yichang-tech-innovation-loan-2019': () => import('../policies/yichang-tech-innovation-loan-2019.js'),
}
