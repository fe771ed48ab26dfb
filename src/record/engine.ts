import { version } from '../assessment/version.js'
import { assess, explain, parseFacts } from '../document/assess.js'

/** What answers an application today: whatever a record is made of or checked against goes through here. */
export const ENGINE = { version, parseFacts, assess, explain } as const
