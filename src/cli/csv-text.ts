/** What a CSV file starts with so that Excel reads it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** One line of a CSV file, quoted where needed, ended as Excel does. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}

/**
 * A text from outside as a cell: never a formula, never a number or a day of the spreadsheet's making.
 *
 * A text that would be a formula gets an apostrophe. One that a spreadsheet would change (a long number, one with leading zeros, `3-4`, `1E5`)
 * gets a tab, which is not seen. Amounts do not pass here: they stay numbers.
 */
export function textCell(text: string): string {
  const whole = text.length > 2000 ? `${text.slice(0, 1999)}…` : text
  if (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(whole)) return `'${whole}`
  const changed = /^(0\d|\d{12})|^\d+[-/:.eE]/.test(whole) && /^[\d\s.,:/%+-]*(e\+?\d+)?$/i.test(whole)
  return changed ? `\t${whole}` : whole
}
