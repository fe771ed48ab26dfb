import type { Language } from '../../assessment/render.js'
import { type CalculationInput, record, type Solution, sensitivity, solveFor, type Wanted, whatWouldChange } from '../../record/index.js'
import { type CalculationOptions, calculationOf } from '../calculations.js'
import { UsageError } from '../failure.js'
import { both } from '../language.js'
import { changeText, readingsText, solutionText } from '../what-if-text.js'

export interface WhatIfCommandOptions extends CalculationOptions {
  readonly language: Language
  readonly format: 'text' | 'json'
  readonly find?: string
  readonly amount?: string
  readonly from?: string
  readonly through?: string
  readonly step?: string
  readonly moving: readonly string[]
  readonly readings?: boolean
}

/** What would change an answer; the values of a fact that give an amount (`--find`); the amount under other readings (`--readings`). */
export async function whatIfCommand(document: string, facts: string | undefined, options: WhatIfCommandOptions): Promise<string> {
  const { language, format, find, amount, readings, moving } = options
  if ((find === undefined) !== (amount === undefined))
    throw new UsageError(both('--find 与 --amount 要一起使用', '--find and --amount go together'))
  const input = await calculationOf(document, facts, options)
  const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`
  if (find !== undefined && amount !== undefined) {
    const solution = solved(input, { fact: find, amount, ...spanOf(options) })
    return format === 'json' ? json(solution) : solutionText(solution, language)
  }
  if (readings === true) {
    const made = record(input)
    const found = sensitivity(made)
    return format === 'json' ? json(found) : readingsText(made, found, language)
  }
  const change = whatWouldChange(input, moving.length === 0 ? {} : { moving })
  return format === 'json' ? json(change) : changeText(change, language)
}

const spanOf = ({ from, through, step }: WhatIfCommandOptions): Pick<Wanted, 'from' | 'through' | 'step'> => ({
  ...(from === undefined ? {} : { from }),
  ...(through === undefined ? {} : { through }),
  ...(step === undefined ? {} : { step }),
})

/** What the library refuses as misuse is wrong usage here. */
function solved(input: CalculationInput, wanted: Wanted): Solution {
  try {
    return solveFor(input, wanted)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new UsageError(both(`--find、--amount、--from、--through、--step：${error.message}`, error.message))
  }
}
