import type { Language } from '../assessment/render.js'

/** A count of rows on standard error, where that is a terminal; nothing anywhere else. */
export function progressOn(
  { stderr }: { readonly stderr: NodeJS.WriteStream },
  language: Language,
): { readonly show: (rows: number) => void; readonly clear: () => void } {
  if (!stderr.isTTY) return { show: () => {}, clear: () => {} }
  let shownAt = 0
  return {
    show(rows) {
      const now = Date.now()
      if (now - shownAt < 200) return
      shownAt = now
      const count = rows.toLocaleString('en-US')
      stderr.write(`\r${language === 'zh' ? `已处理 ${count} 行` : `${count} rows`}`)
    },
    clear() {
      if (shownAt > 0) stderr.write('\r\u001B[K')
    },
  }
}
