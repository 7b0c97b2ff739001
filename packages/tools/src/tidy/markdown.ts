/** How generated documents are written. */

export function generated(title: string, parts: readonly string[]): string {
  return [`# ${title}`, '<!-- Written by `npm run docs`; do not edit. -->', ...parts].join('\n\n') + '\n'
}

export function table(heads: readonly string[], lines: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`
  return [row(heads), `|${heads.map(() => '---|').join('')}`, ...lines.map(row)].join('\n')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')
}
