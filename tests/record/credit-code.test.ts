import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCreditCode } from '../../src/record/credit-code.js'
import numericCases from '../data/numeric-cases.json' with { type: 'json' }

const published = numericCases.cases.flatMap(({ id, kind, inputs, expected }) =>
  kind === 'usccCheckDigit' ? [{ id, code: (inputs as { code: string }).code, valid: expected as boolean }] : [],
)

describe('published codes', () => {
  test('there are seven', () => expect(published).toHaveLength(7))
  test.each(published)('$id $code', ({ code, valid }) => {
    expect(checkCreditCode(code).result).toBe(valid ? 'valid' : 'wrong-check-digit')
  })
})

test('a wrong check digit says which one was expected', () => {
  expect(checkCreditCode('91110108551385082F')).toEqual({
    result: 'wrong-check-digit',
    check: 'Q',
    message: {
      zh: '校验码不符：末位应为Q；早期试点发放的代码也可能不符，请核对证照',
      en: 'the check digit should be Q: compare with the certificate, since codes of the early trials may fail as well',
    },
  })
})

test.each([
  ['', 'nothing'],
  ['91110108551385082', '17 characters'],
  ['91110108551385082QQ', '19 characters'],
  ['91110108551385082q', 'a small letter'],
  ['9111010855138508ZQ', 'a letter that is not used'],
  ['91110108551385082Ｑ', 'full width'],
  ['91110108551385082Q\n', 'a line end'],
])('%j is malformed: %s', (code) => expect(checkCreditCode(code).result).toBe('malformed'))

describe('laws', () => {
  const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const code = fc.array(fc.constantFrom(...characters.split('')), { minLength: 17, maxLength: 17 }).map((first) => {
    const start = first.join('')
    const answer = checkCreditCode(`${start}0`)
    return answer.result === 'wrong-check-digit' ? `${start}${answer.check}` : `${start}0`
  })

  test('the expected check digit makes the code valid', () => {
    fc.assert(
      fc.property(code, (valid) => {
        expect(checkCreditCode(valid).result).toBe('valid')
      }),
    )
  })

  test('one wrong character is always found', () => {
    fc.assert(
      fc.property(code, fc.nat({ max: 17 }), fc.constantFrom(...characters.split('')), (valid, place, character) => {
        const other = valid.slice(0, place) + character + valid.slice(place + 1)
        expect(checkCreditCode(other).result).toBe(other === valid ? 'valid' : 'wrong-check-digit')
      }),
    )
  })
})
