import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { benchFor, type Task, type Work } from './work.js'

const { answered } = benchFor(workerData as Work)
const port = parentPort as MessagePort

// A fault of a task ends the thread, and the command with it.
port.on('message', (task: Task) => {
  const { text, totals } = answered(task)
  const bytes = new TextEncoder().encode(text)
  port.postMessage({ bytes, totals }, [bytes.buffer])
})
