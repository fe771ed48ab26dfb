// One process, so that the embedded engine starts once.
import { after } from 'node:test'
import { closeDesk } from './desk.js'

await import('./life.test.js')
await import('./limits.test.js')
await import('./refusals.test.js')
await import('./start.test.js')
await import('./load.test.js')
await import('./kill.test.js')
await import('./year.test.js')
after(closeDesk)
