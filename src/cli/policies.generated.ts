// Generated from src/policies by `npm run generate`; do not edit.
import type { Policy } from '../policy/policy.js'

/** How the command loads a built-in document by its id. */
export const builtInPolicies: Readonly<Record<string, () => Promise<{ readonly default: Policy }>>> = {}
