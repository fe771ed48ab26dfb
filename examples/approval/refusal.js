/** Why a request is not carried out: an HTTP status, a stable code, a message in both languages, and what else the caller may need. */
export class Refusal extends Error {
  constructor(status, code, message, more = {}) {
    super(message.en)
    this.status = status
    this.body = { code, message, ...more }
  }
}

export const refuse = (status, code, zh, en, more) => {
  throw new Refusal(status, code, { zh, en }, more)
}
