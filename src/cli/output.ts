import { createWriteStream, truncateSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { UsageError } from './failure.js'
import { both } from './language.js'

/** Where answers go. `closed` once the reader is gone; writing waits while the reader is slower. */
export interface Output {
  readonly closed: boolean
  readonly write: (text: string | Uint8Array) => Promise<void>
  /** Waits until all is written. */
  readonly end: () => Promise<void>
}

/** Standard output: a reader that goes away ends the run quietly. */
export const toStandardOutput = (): Output => outputTo(process.stdout, false)

/** A file, begun anew, or kept up to where it is written on. */
function toFile(path: string, from = 0): Output {
  if (from === 0) return outputTo(createWriteStream(path), true)
  truncateSync(path, from)
  return outputTo(createWriteStream(path, { flags: 'r+', start: from }), true)
}

/** A file where one is named, standard output otherwise. */
export const outputFor = (out: string | undefined, from = 0): Output => (out === undefined ? toStandardOutput() : toFile(out, from))

function outputTo(stream: Writable, ours: boolean): Output {
  let closed = false
  let failure: Error | undefined
  let wake = (): void => {}
  stream.on('error', (error: NodeJS.ErrnoException) => {
    closed = true
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') failure = error
    wake()
  })
  stream.on('drain', () => wake())
  const check = (): void => {
    if (failure !== undefined) throw new UsageError(both(`无法写出：${failure.message}`, `cannot write: ${failure.message}`))
  }
  return {
    get closed() {
      return closed
    },
    async write(text) {
      check()
      if (closed || text.length === 0 || stream.write(text)) return
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      check()
    },
    async end() {
      if (!closed) {
        await new Promise<void>((resolve) => {
          wake = resolve
          if (ours) stream.end(() => resolve())
          else stream.write('', () => resolve())
        })
      }
      check()
    },
  }
}
