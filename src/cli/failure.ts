import type { Issue, Message } from '../assessment/errors.js'

/** Wrong usage: an option, a file, a header. The command ends with exit code 2. */
export class UsageError extends Error {
  readonly code = 'usage'
  readonly text: Message
  readonly issues: readonly Pick<Issue, 'path' | 'message'>[]
  constructor(text: Message, issues: readonly Pick<Issue, 'path' | 'message'>[] = []) {
    super(text.en)
    this.name = 'UsageError'
    this.text = text
    this.issues = issues
  }
}
