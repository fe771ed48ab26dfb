import { createReadStream, openSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { UsageError } from './failure.js'
import { both } from './language.js'

/** The bytes of a file, or of standard input for `-`. */
export function bytesOf(path: string): Readable {
  return path === '-' ? process.stdin : createReadStream(path)
}

/** How many bytes a file has; undefined for standard input and what is no plain file. */
export function sizeOf(path: string): number | undefined {
  const found = path === '-' ? undefined : statSync(path, { throwIfNoEntry: false })
  return found?.isFile() === true ? found.size : undefined
}

/** A fault of reading as wrong usage: no such file, a folder, no permission. */
export function unreadable(path: string, error: unknown): UsageError {
  const { code = '', message } = error as NodeJS.ErrnoException
  const reasons: { readonly [code: string]: readonly [zh: string, en: string] } = {
    ENOENT: ['没有这个文件', 'there is no such file'],
    EISDIR: ['这是文件夹', 'it is a folder'],
    EACCES: ['没有权限', 'permission denied'],
  }
  const [zh, en] = reasons[code] ?? [message, message]
  return new UsageError(both(`无法读取 ${path}：${zh}`, `cannot read ${path}: ${en}`))
}

/** The whole text of a UTF-8 file, or of standard input for `-`, without a byte order mark. */
export async function textOf(path: string): Promise<string> {
  const bytes = await (path === '-' ? wholeOf(process.stdin) : readFile(path)).catch((error: unknown) => {
    throw unreadable(path, error)
  })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(both(`${path} 不是UTF-8编码：JSON文件请存为UTF-8`, `${path} is not UTF-8: save JSON files as UTF-8`))
  }
}

async function wholeOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** The value of a JSON file; wrong usage where it is none. */
export async function jsonOf(path: string): Promise<unknown> {
  const text = await textOf(path)
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    const { message } = error as SyntaxError
    throw new UsageError(both(`${path} 不是合法的JSON：${message}`, `${path} is not JSON: ${message}`))
  }
}

/** A file opened to be written at the end, so that one that cannot be written is known before the work. */
export function opened(path: string): number {
  try {
    return openSync(path, 'w')
  } catch (error) {
    const { message } = error as Error
    throw new UsageError(both(`无法写入 ${path}：${message}`, `cannot write ${path}: ${message}`))
  }
}
