/** What an applicant states, as sent: the same form that `parseFacts` reads. */
export type StatedFacts = { readonly [group: string]: unknown }

/** What happens to a pool, by its kind. Amounts are text in yuan. */
export type PoolEvent = { readonly id: string; readonly date: string } & (
  | { readonly kind: 'contribution'; readonly funder: string; readonly amount: string }
  /** Paid in by all funders together, in the parts of their funding. */
  | { readonly kind: 'replenishment'; readonly amount: string }
  /** A loan registered with the pool. `facts` may state what is known of the borrower and of the loan. */
  | {
      readonly kind: 'registration'
      readonly loan: string
      readonly lender: string
      readonly borrower: string
      readonly principal: string
      readonly facts?: StatedFacts
    }
  | { readonly kind: 'repayment'; readonly loan: string; readonly amount: string }
  /** Figures a lender reports, such as its rate of non-performing loans; they hold until it reports others. */
  | { readonly kind: 'report'; readonly lender: string; readonly facts: StatedFacts }
  /** A loan in default. `facts` state the loss as it was before the recoveries among the events; they win over those of the registration. */
  | { readonly kind: 'claim'; readonly loan: string; readonly facts?: StatedFacts }
  /** Pays the claims that are owed, the earliest first, as far as the money and the yearly pot go. */
  | { readonly kind: 'payment' }
  /** Money recovered of the loss, and what recovering it cost. */
  | { readonly kind: 'recovery'; readonly loan: string; readonly gross: string; readonly cost: string }
  | { readonly kind: 'interest'; readonly amount: string }
  /** A fuse that only a decision closes again, closed for a lender. */
  | { readonly kind: 'reopening'; readonly lender: string; readonly fuse: string }
  /** The last day of a year: the year's figures begin anew. */
  | { readonly kind: 'year-end' }
)

export type PoolEventKind = PoolEvent['kind']

/** What each kind of event states beside its id and date. */
export const EVENT_FIELDS: { readonly [kind in PoolEventKind]: { readonly [field: string]: 'text' | 'amount' | 'facts' | 'facts?' } } = {
  contribution: { funder: 'text', amount: 'amount' },
  replenishment: { amount: 'amount' },
  registration: { loan: 'text', lender: 'text', borrower: 'text', principal: 'amount', facts: 'facts?' },
  repayment: { loan: 'text', amount: 'amount' },
  report: { lender: 'text', facts: 'facts' },
  claim: { loan: 'text', facts: 'facts?' },
  payment: {},
  recovery: { loan: 'text', gross: 'amount', cost: 'amount' },
  interest: { amount: 'amount' },
  reopening: { lender: 'text', fuse: 'text' },
  'year-end': {},
}

/** The content of an event as one text, whatever the order of its keys. */
export function eventText(event: PoolEvent): string {
  const sorted = (_key: string, value: unknown): unknown =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return JSON.stringify(event, sorted)
}
