import type { Language } from '../assessment/render.js'

/** How far a run is. */
export interface Reached {
  readonly rows: number
  readonly seconds: number
  /** The part of the input that is read, where its size is known. */
  readonly share: number | undefined
}

/** Rows, rows per second and, where the size of the input is known, the part that is done and the time left. @internal */
export function progressText({ rows, seconds, share }: Reached, language: Language): string {
  const grouped = (number: number): string => Math.round(number).toLocaleString('en-US')
  const rate = seconds > 0 ? grouped(rows / seconds) : '0'
  const text = language === 'zh' ? `已处理 ${grouped(rows)} 行，每秒 ${rate} 行` : `${grouped(rows)} rows, ${rate} a second`
  if (share === undefined || share <= 0) return text
  const percent = `${Math.floor(share * 100)}%`
  const left = clock(Math.ceil((seconds / share) * (1 - share)))
  return language === 'zh' ? `${text}，${percent}，还需 ${left}` : `${text}, ${percent}, ${left} left`
}

/** Seconds as 0:05, 12:30, 1:02:30. */
function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** How far a run is, on standard error where that is a terminal; nothing anywhere else. */
export function progressOn(
  { stderr }: { readonly stderr: NodeJS.WriteStream },
  language: Language,
): { readonly show: (rows: number, share: number | undefined) => void; readonly clear: () => void } {
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} }
  const began = Date.now()
  let shownAt = 0
  return {
    show(rows, share) {
      const now = Date.now()
      if (now - shownAt < 200) return
      shownAt = now
      stderr.write(`\r\u001B[K${progressText({ rows, seconds: (now - began) / 1000, share }, language)}`)
    },
    clear() {
      if (shownAt > 0) stderr.write('\r\u001B[K')
    },
  }
}
