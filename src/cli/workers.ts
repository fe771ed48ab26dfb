import { Worker } from 'node:worker_threads'
import type { Totals } from '../portfolio/index.js'
import type { Answered, Task, Work } from './work.js'

/** What a worker sends back: bytes to be written, or the fault that ended it. */
export type Reply = { readonly bytes: Uint8Array; readonly totals: Totals } | { readonly fault: unknown }

/** Pieces under way for each worker: one in hand, one waiting. */
const AHEAD = 2

/** The answers to pieces, in the order of the pieces, worked out by several threads. No more pieces are read than the threads can take. */
export async function* answeredByWorkers(
  work: Work,
  tasks: AsyncIterator<Task>,
  count: number,
): AsyncGenerator<Pick<Answered, 'totals'> & { readonly text: Uint8Array }> {
  const workers = Array.from({ length: count }, () => workerFor(work))
  const waiting: Promise<Reply>[] = []
  let next = settled(tasks.next())
  let end: { readonly failure?: unknown } | undefined
  try {
    for (let number = 0; ; ) {
      // Whichever comes first: another piece to hand out, or the oldest answer to write.
      const oldest = waiting[0]
      const coming = [...(oldest === undefined ? [] : [oldest]), ...(end !== undefined || waiting.length >= count * AHEAD ? [] : [next])]
      if (coming.length === 0) break
      const first = await Promise.race(coming)
      if ('result' in first) {
        if (first.result.done === true) end = {}
        else {
          waiting.push((workers[number++ % count] as WorkerThread).run(first.result.value))
          next = settled(tasks.next())
        }
      } else if ('failure' in first) end = first
      else {
        void waiting.shift()
        if ('fault' in first) throw first.fault
        yield { text: first.bytes, totals: first.totals }
      }
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()))
  }
  if (end !== undefined && 'failure' in end) throw end.failure
}

/** What comes of reading, also where it fails: what was read before is still answered. */
const settled = (
  coming: Promise<IteratorResult<Task>>,
): Promise<{ readonly result: IteratorResult<Task> } | { readonly failure: unknown }> =>
  coming.then(
    (result) => ({ result }),
    (failure: unknown) => ({ failure }),
  )

interface WorkerThread {
  readonly run: (task: Task) => Promise<Reply>
  readonly stop: () => Promise<unknown>
}

function workerFor(work: Work): WorkerThread {
  const thread = new Worker(new URL('./worker.js', import.meta.url), { workerData: work })
  const asked: ((reply: Reply) => void)[] = []
  let fault: Reply | undefined
  const fail = (error: unknown): void => {
    fault = { fault: error }
    for (const answer of asked.splice(0)) answer(fault)
  }
  thread.on('message', (reply: Reply) => asked.shift()?.(reply))
  thread.on('error', fail)
  thread.on('exit', () => fail(new Error('a worker ended before its work')))
  return {
    run: (task) =>
      new Promise((resolve) => {
        if (fault !== undefined) return resolve(fault)
        asked.push(resolve)
        thread.postMessage(task, 'bytes' in task.piece ? [task.piece.bytes.buffer as ArrayBuffer] : [])
      }),
    stop: () => thread.terminate(),
  }
}
