import type { Message } from '../assessment/errors.js'

/** What is found of a unified social credit code. `check` is the last character the others ask for. */
export type CreditCodeAnswer =
  | { readonly result: 'valid'; readonly message: Message }
  | { readonly result: 'wrong-check-digit'; readonly check: string; readonly message: Message }
  | { readonly result: 'malformed'; readonly message: Message }

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * A unified social credit code (统一社会信用代码) checked by its last character.
 *
 * check = (31 - Σ value × 3^(position - 1) mod 31) mod 31, over the first 17 of 18 characters. Some companies hold a code of the early trials that fails:
 * a wrong check digit is a warning, never a refusal.
 *
 * Source: GB 32100-2015.
 */
export function checkCreditCode(code: string): CreditCodeAnswer {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return { result: 'malformed', message: MALFORMED }
  let weight = 1
  let sum = 0
  for (const character of code.slice(0, 17)) {
    sum += CHARACTERS.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  const check = CHARACTERS[(31 - (sum % 31)) % 31] as string
  if (code.endsWith(check)) return { result: 'valid', message: { zh: '校验码相符', en: 'the check digit is right' } }
  return {
    result: 'wrong-check-digit',
    check,
    message: {
      zh: `校验码不符：末位应为${check}；早期试点发放的代码也可能不符，请核对证照`,
      en: `the check digit should be ${check}: compare with the certificate, since codes of the early trials may fail as well`,
    },
  }
}

const MALFORMED: Message = {
  zh: '应为18位半角数字和大写英文字母（不含I、O、S、V、Z）',
  en: 'expected 18 digits and capital letters other than I, O, S, V and Z',
}
