import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { root, textOf } from './sources.js'

/** The types of answers, which every instrument exports. */
const answers = `
  AssessOptions Assessment ClauseAnswer ClauseResult CorrectionAnswer ExplanationLine Extras Facts FlagAnswer FormOptions FuseAnswer ItemAnswer Language
  LimitAnswer Missing Outcome PayerAnswer PaymentAnswer PolicyIdentity ReadFacts ReadingAnswer Reason ReasonCode
  RecipientAnswer RecoveryAnswer RoundingAnswer ShareAnswer SharesConflict TestedBound UsedRate WorksheetValue`

/** An instrument with the verbs of every instrument and no more. */
const plain = (instrument: string) => ({
  entry: `src/${instrument}/index.ts`,
  values: 'assess explain factsSchema parseFacts safeParseFacts sourceText toHtml toMarkdown toText',
  types: answers,
})

/**
 * Every name each entry exports: what a person may import. Values and types apart, in alphabetical order.
 * A name that appears or disappears here is a change of the public surface; their shapes are in the reports of etc/.
 */
const entries: readonly { readonly entry: string; readonly values: string; readonly types: string }[] = [
  {
    entry: 'src/index.ts',
    values: `
      FactsError PolicyError assess explain factsSchema parseFacts parsePolicy safeParseFacts safeParsePolicy sourceText
      toHtml toMarkdown toText version withParameters`,
    types: `
      ${answers} Bounds Bracket BudgetRule CapEach Case Clause Compounding ConcessionTerms Cut DateBounds DateExpression
      DistributionTerms DistributionTier DocumentOptions Evidence FactDeclaration FactKind Flag FundRule FundTerms Fuse
      FuseEffect InstrumentName InsuranceTerms Issue ItemName ItemOrder JointLimit Limit LoanTerms Loss LossLayer MaybeSource Meaning Message
      Parameter ParameterValue ParsedPolicy Part PartySelection Payment PlainTerms Policy PoolFigure PoolTerms PoolWord Printed Quantity QuantityKind
      Recipient RecipientRule ReferenceRateName RiskCompensationTerms RuleFormOptions Scope Selection Share ShareBound Shares SharesRule Slice Source Sourced
      SourcedClause Span StandardFact Text Word`,
  },
  plain('interest-subsidy'),
  {
    entry: 'src/risk-compensation/index.ts',
    values: `
      ACCOUNTS apply assess explain factsSchema openPool parseFacts rebuild safeParseFacts sourceText statement toHtml
      toMarkdown toText`,
    types: `
      ${answers} AccountName Applied Balances Entry Parts Pool PoolAnswer PoolClaim PoolEvent PoolFunding PoolLender
      PoolLeverage PoolLoan PoolReplenishment PoolStatement Posting StatedFacts TrippedFuse`,
  },
  plain('premium-subsidy'),
  {
    entry: 'src/guidance-fund/index.ts',
    values:
      'assess assessRule explain factsSchema fundMeasures parseFacts rulesAsked rulesOf safeParseFacts sourceText toHtml toMarkdown toText',
    types: `${answers} Assessments DatedAmount FundFlows FundMeasures FundRule InternalRate ReturnDayCount RuleFormOptions`,
  },
  {
    entry: 'src/loan/index.ts',
    values: `
      INTEREST_KINDS INTEREST_METHODS LoanError PENALTY_UPLIFTS REPAYMENTS accruals accrue annualCost
      annualCostOfPeriods annualCostWithSubsidy cumulativeInterest cumulativePrincipal effectiveRate
      extendedMaturity extensionRate flowsOf futureValue interest interestByMethod interestBySettlement
      interestFromSlips interestPart levelPayment longestExtension lprRates parseLoan parseSlips penalties
      presentValue presentValueOn principalPart repricingDays schedule settlementDays settlementPeriods stretchesOf`,
    types: `
      AnnualCost AnnuityTerms CostDayCount CostRate DayCountName Extension Flow Interest InterestKind InterestMethod
      InterestSlip Loan LoanInput LoanIssue Movement Penalties PenaltyInput PenaltyKind Period Prepayment Pricing
      RateStep Repayment RepricingDay SavingTerms Schedule SchedulePayment ScheduleTerms ScheduleTotals
      SettlementRule SlipInput SlipRule Stretch StretchInterest UnpaidInterestInput`,
  },
  {
    entry: 'src/record/index.ts',
    values: `
      RECORD_FORMAT acceptsCapitals canonicalJson capitals checkCreditCode contentHash editionFor explainDifference readCapitals
      record sensitivity sheetHtml sheetMarkdown solveFor verify whatWouldChange`,
    types: `
      CalculationInput CalculationRecord CapCost Certainty CreditCodeAnswer DifferenceCause FactChange FactToAsk FailingClause Finding
      FindingCode Nearby ReadingAlternative ReadingSensitivity RecordChange RecordDifference RecordOptions RecordPart Solution
      SolutionRange StatedValue Turning TwoDates Verification Waiting Wanted WhatWouldChange WhatWouldChangeOptions`,
  },
  {
    entry: 'src/reference-rates/index.ts',
    values: `
      BENCHMARK_FIRST_DAY LPR_FIRST_DAY LPR_KNOWN_THROUGH REFERENCE_RATES benchmarkFor benchmarkOn lprFor monthEnd
      rateOn referenceRateFor yearEndBefore`,
    types: 'FoundRate LookupOptions RateAnswer RateConfidence RateRow RateTerm ReferenceRate UnknownRate',
  },
  {
    entry: 'src/portfolio/index.ts',
    values: `
      CUT_REASONS MOST_STACKED PROGRAM_TARGETS PortfolioError STACKING_REASONS SUPPORT_LEVELS addToComparison addToTotals allocateAmongParties allocateBudget allocateCandidates
      appendGrants candidateShare candidatesOf changeOf claimOf comparisonHtml contenders correct correctByCause differenceOf emptyComparison emptyTotals entryOf lookBack mergeCandidates
      mergeComparisons mergeTotals progressOf readTotals stack`,
    types: `
      Allocation AllocationRule Amount AssessedAmount Budget Candidate CandidateBudget CandidateGrants CandidateShare
      Candidates Change Claim ClaimChange ClaimShare ComparedClaim Comparison Correction Counts CutReason CutReasonCode DecidedClaim DifferenceCause Entry Finding FirstCome Grant Grants GroupChange
      History JointAllocation JointShare LastClaim LeftOutDocument LookBack Money OrderKey OtherSupport PastSupport PayingParties PayingParty ProRata
      Purse PurseAnswer RateSetAfterwards ReportTerms Result Reworked Side StackedAnswer StackedShare
      Stacking StackingDocument StackingReasonCode StackingTerms SupportLevel Target TargetProgress Tiers Totals TotalsForm`,
  },
  { entry: 'src/batch/index.ts', values: 'compile', types: 'Assessment Batch BatchOptions Outcome' },
  {
    entry: 'src/catalogue/index.ts',
    values: 'policies',
    types: 'CatalogueEntry',
  },
]

const program = ts.createProgram(
  entries.map(({ entry }) => join(root, entry)),
  {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    strict: true,
  },
)
const checker = program.getTypeChecker()

function exportedNames(entry: string): { readonly values: readonly string[]; readonly types: readonly string[] } {
  const source = program.getSourceFile(join(root, entry))
  const symbol = source === undefined ? undefined : checker.getSymbolAtLocation(source)
  if (symbol === undefined) return { values: [], types: [] }
  const exported = checker.getExportsOfModule(symbol).map((name) => {
    const target = (name.flags & ts.SymbolFlags.Alias) === 0 ? name : checker.getAliasedSymbol(name)
    return { name: name.getName(), isValue: (target.flags & ts.SymbolFlags.Value) !== 0 }
  })
  const names = (isValue: boolean): readonly string[] =>
    exported
      .filter((found) => found.isValue === isValue)
      .map(({ name }) => name)
      .sort()
  return { values: names(true), types: names(false) }
}

const words = (text: string): readonly string[] =>
  text
    .split(/\s+/)
    .filter((word) => word !== '')
    .sort()

describe('exported names', () => {
  test.each(entries)('$entry', ({ entry, values, types }) => {
    expect(exportedNames(entry)).toEqual({ values: words(values), types: words(types) })
  })
})

test('the list holds every entry of package.json that is code', () => {
  const { exports } = JSON.parse(textOf('package.json')) as { exports: Readonly<Record<string, string | { import: { default: string } }>> }
  const sources = Object.entries(exports).flatMap(([entry, target]) =>
    entry.includes('*') || typeof target === 'string' ? [] : [target.import.default.replace(/^\.\/dist\/(.*)\.js$/, 'src/$1.ts')],
  )
  expect(entries.map(({ entry }) => entry)).toEqual(sources)
})

test('the version is the one of package.json', async () => {
  const { version } = JSON.parse(textOf('package.json')) as { version: string }
  expect((await import('../../src/index.js')).version).toBe(version)
})
