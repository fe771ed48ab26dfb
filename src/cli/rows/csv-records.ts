/** One record of a CSV file: its cells, or what is wrong with it; `line` is the line it begins on. */
export type CsvRecord = { readonly line: number } & (
  | { readonly cells: readonly string[]; readonly fault?: never }
  | { readonly fault: 'quote' | 'open-quote' | 'too-large'; readonly cells?: never }
)

/** The longest record that is read, in characters: a quote that is never closed ends there. */
const LONGEST_RECORD = 1024 * 1024

/**
 * Reads CSV as RFC 4180 has it: cells apart by commas, lines ended by CRLF or LF, a quoted cell may hold commas, quotes (doubled) and line ends.
 *
 * A faulty record is reported at its line and reading goes on with the line after, so that a stray quote costs no other row. Blank lines are
 * passed over.
 */
export function csvReader(): (text: string, last: boolean) => readonly CsvRecord[] {
  let rest = ''
  let line = 1
  let passing = false
  return (text, last) => {
    const records: CsvRecord[] = []
    const whole = rest + text
    let at = 0
    while (at < whole.length) {
      const end = whole.indexOf('\n', at)
      if (passing) {
        if (end < 0) {
          at = whole.length
          break
        }
        passing = false
        at = end + 1
        line += 1
        continue
      }
      if (end < 0 && !last) {
        if (whole.length - at <= LONGEST_RECORD) break
        records.push({ line, fault: 'too-large' })
        passing = true
        continue
      }
      const next = end < 0 ? whole.length : end
      const first = whole.slice(at, whole[next - 1] === '\r' && next > at ? next - 1 : next)
      if (!first.includes('"')) {
        if (first.length > LONGEST_RECORD) records.push({ line, fault: 'too-large' })
        else if (first !== '') records.push({ line, cells: first.split(',') })
        at = next + 1
        line += 1
        continue
      }
      const found = recordAt(whole, at, last)
      if (found === 'more') {
        if (whole.length - at <= LONGEST_RECORD) break
        records.push({ line, fault: 'open-quote' })
      } else if (typeof found === 'string') records.push({ line, fault: found })
      else {
        records.push({ line, cells: found.cells })
        at = found.next
        line += found.lines
        continue
      }
      at = next + 1
      line += 1
    }
    rest = whole.slice(at)
    return records
  }
}

/** The record that begins here, where it holds quotes; `more` while its end is not there yet. */
function recordAt(
  text: string,
  start: number,
  last: boolean,
): 'more' | 'quote' | 'open-quote' | { readonly cells: readonly string[]; readonly next: number; readonly lines: number } {
  const cells: string[] = []
  let at = start
  let lines = 1
  for (;;) {
    if (text[at] !== '"') {
      let end = at
      while (end < text.length && text[end] !== ',' && text[end] !== '\n') end += 1
      const cell = text.slice(at, text[end] !== ',' && text[end - 1] === '\r' && end > at ? end - 1 : end)
      if (cell.includes('"')) return 'quote'
      cells.push(cell)
      at = end
    } else {
      let cell = ''
      for (at += 1; ; at += 2) {
        const quote = text.indexOf('"', at)
        if (quote < 0) return last ? 'open-quote' : 'more'
        cell += text.slice(at, quote)
        at = quote
        if (text[quote + 1] !== '"') break
        cell += '"'
      }
      at += 1
      for (const character of cell) if (character === '\n') lines += 1
      cells.push(cell)
      if (text[at] === '\r' && text[at + 1] === '\n') at += 1
      // What follows the quote decides whether it closes the cell: without it, wait.
      if (!last && (at >= text.length || (text[at] === '\r' && at + 1 >= text.length))) return 'more'
    }
    if (at >= text.length) return last ? { cells, next: at, lines } : 'more'
    if (text[at] === '\n') return { cells, next: at + 1, lines }
    if (text[at] !== ',') return 'quote'
    at += 1
  }
}
