/**
 * CUS-09: who took a file out, when, under which number: on every printed page of a workbook and in its properties.
 * A CSV carries the number in its name: a line more would break who reads it.
 */
export type Mark = {
  /** Leads to the entry of the export. */
  readonly no: string
  /** `导出 E261100001237 李燕玲 2026-11-23 09:00`. */
  readonly text: string
}

/** Header and footer of each printed page; `&` is a code there. */
export function markedSheet(mark: Mark | undefined) {
  if (!mark) return {}
  const text = mark.text.replaceAll('&', '&&')
  return { headerFooter: { oddHeader: `&C&9${text}`, oddFooter: `&L&9${mark.no}&R&9&P/&N` } }
}

/** The properties of the file. */
export function markBook(book: { creator: string; lastModifiedBy: string }, mark: Mark | undefined): void {
  if (!mark) return
  book.creator = mark.no
  book.lastModifiedBy = mark.text
}
