import { UsageError } from '../failure.js'
import { both } from '../language.js'

export type Encoding = 'auto' | 'utf-8' | 'gb18030'

/** Bytes looked at to tell the encodings apart. */
const SAMPLE = 1024 * 1024

/**
 * The text of a byte stream in UTF-8 or GB18030.
 *
 * `auto`: ASCII is the same in both, so nothing is decided until the first other byte; from there up to 1 MiB is looked at. What is valid UTF-8
 * is UTF-8, all else GB18030. Bytes that are wrong in the chosen encoding become U+FFFD, which marks their row. Memory stays flat.
 */
export async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  let decoder = encoding === 'auto' ? undefined : new TextDecoder(encoding)
  let waiting: Uint8Array[] = []
  let size = 0
  let isFirst = true
  const decide = (whole: boolean): string => {
    const sample = Buffer.concat(waiting)
    decoder = new TextDecoder(isUtf8(sample, whole) ? 'utf-8' : 'gb18030')
    waiting = []
    return decoder.decode(sample, { stream: true })
  }
  for await (const chunk of chunks) {
    if (isFirst) refuseOtherFormats(chunk)
    isFirst = false
    if (decoder !== undefined) yield decoder.decode(chunk, { stream: true })
    else if (size === 0 && isAscii(chunk)) yield Buffer.from(chunk).toString('latin1')
    else {
      waiting.push(chunk)
      size += chunk.length
      if (size >= SAMPLE) yield decide(false)
    }
  }
  if (decoder === undefined && size > 0) yield decide(true)
  // What was begun and never finished is a wrong byte.
  yield decoder?.decode() ?? ''
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80)

function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: !whole })
    return true
  } catch {
    return false
  }
}

function refuseOtherFormats(chunk: Uint8Array): void {
  const [first, second] = chunk
  if (first === 0x50 && second === 0x4b) {
    throw new UsageError(
      both('这是Excel工作簿：请另存为“CSV UTF-8（逗号分隔）”', 'this is an Excel workbook: save it as "CSV UTF-8 (comma delimited)"'),
    )
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new UsageError(
      both('这是UTF-16文本：请另存为“CSV UTF-8（逗号分隔）”', 'this is UTF-16 text: save it as "CSV UTF-8 (comma delimited)"'),
    )
  }
}
