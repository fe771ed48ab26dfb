/** What a CSV file starts with so that Excel reads it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

/** One line of a CSV file, quoted where needed, ended as Excel does. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
}

const FORMULA = /^\s*'*[=+\-@＝＋－＠]|^'*[\t\r\n]/

/**
 * A text from outside as a cell: never a formula, never a number or a day of the spreadsheet's making.
 *
 * A text that would be a formula gets an apostrophe. One that a spreadsheet would change (a long number, one with leading zeros, `3-4`, `1E5`)
 * gets a tab, which is not seen. Amounts do not pass here: they stay numbers.
 */
export function textCell(text: string): string {
  const whole = text.length > 2000 ? `${text.slice(0, 1999)}…` : text
  if (FORMULA.test(whole)) return `'${whole}`
  const changed = /^(0\d|\d{12})|^\d+[-/:.eE]/.test(whole) && /^[\d\s.,:/%+-]*(e\+?\d+)?$/i.test(whole)
  return changed ? `\t${whole}` : whole
}

/** The text that a cell written by `textCell` stands for, up to its length. */
export function textIn(cell: string): string {
  if (cell.startsWith('\t')) return cell.slice(1)
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}
