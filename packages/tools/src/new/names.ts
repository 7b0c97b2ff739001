/** The forms a use case's name takes: `approve-claim` as file, `approveClaim` as function, `ApproveClaim` as type. */
export type Names = { readonly row: string; readonly file: string; readonly camel: string; readonly pascal: string }

export function namesOf(row: string, file: string, rows: readonly string[]): Names {
  if (!rows.includes(row)) throw new Error(`there is no row '${row}'; the rows are ${rows.join(', ')}`)
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(file)) {
    throw new Error(`a use case is named verb-noun, like approve-claim; not '${file}'`)
  }
  const camel = file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return { row, file, camel, pascal: camel.slice(0, 1).toUpperCase() + camel.slice(1) }
}
