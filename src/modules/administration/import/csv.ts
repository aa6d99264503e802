/** A line of a file, as its cells, with the number that a spreadsheet gives it. */
export type Line = { number: number; cells: readonly string[] }

/** Reads what spreadsheets save: cells parted by semicolon, comma or tab, with or without quotes. Empty lines are left out. */
export function readLines(text: string): Line[] {
  const lines: Line[] = []
  const separator = separatorOf(text)
  let cells: string[] = []
  let [cell, quoted, row, begun] = ['', false, 1, 1]
  const endCell = () => {
    cells.push(cell.trim())
    cell = ''
  }
  const endLine = () => {
    endCell()
    if (cells.some(Boolean)) lines.push({ number: begun, cells })
    cells = []
    begun = ++row
  }
  const whole = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  for (let at = 0; at < whole.length; at++) {
    const mark = whole.charAt(at)
    if (quoted) {
      if (mark === '"' && whole.charAt(at + 1) === '"') cell += whole.charAt(++at)
      else if (mark === '"') quoted = false
      else cell += mark === '\n' ? ' ' : mark
      if (mark === '\n') row++
    } else if (mark === '"' && cell.trim() === '') quoted = true
    else if (mark === separator) endCell()
    else if (mark === '\n') endLine()
    else cell += mark
  }
  endLine()
  return lines
}

/** What parts the headings. */
const separatorOf = (text: string): string => {
  const headings = text.slice(0, text.search(/\n|$/))
  return [';', '\t', ','].find((mark) => headings.includes(mark)) ?? ';'
}
