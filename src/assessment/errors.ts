/** A message in both languages. */
export interface Message {
  readonly zh: string
  readonly en: string
}

/** One fault of an input: where it is, what was given, what was expected and what to do. Test `code`; messages may improve. */
export interface Issue {
  readonly code: string
  readonly path: string
  /** What was given, shortened; absent where nothing was. */
  readonly given?: string
  readonly message: Message
}

/** Facts an applicant stated wrongly, with every issue. `code` is `facts-invalid`. */
export class FactsError extends Error {
  readonly code = 'facts-invalid'
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(listed(issues))
    this.name = 'FactsError'
    this.issues = issues
  }
}

/** A policy document that is not well formed, or a template without its parameters, with every issue. `code` is `policy-invalid`. */
export class PolicyError extends Error {
  readonly code = 'policy-invalid'
  readonly issues: readonly Issue[]
  constructor(issues: readonly Issue[]) {
    super(listed(issues))
    this.name = 'PolicyError'
    this.issues = issues
  }
}

const listed = (issues: readonly Issue[]): string => issues.map((issue) => `${issue.path}: ${issue.message.en}`).join('\n')

/** A value as an error shows it: its type where that is the fault, cut to 60 characters. */
export function shown(value: unknown): string {
  if (value === undefined) return 'undefined'
  const text =
    typeof value === 'string' ? JSON.stringify(value) : typeof value === 'object' ? shapeOf(value) : `${value as string | number}`
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

function shapeOf(value: object | null): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return `list of ${value.length}`
  return `{${Object.keys(value).slice(0, 5).join(', ')}}`
}
