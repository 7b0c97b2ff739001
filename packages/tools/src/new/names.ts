/** The forms a use case's name takes: `approve-claim` as file, `approveClaim` as function, `ApproveClaim` as type. */
export type Names = {
  readonly row: string
  /** The part of the row the command goes into, such as `payments`; '' where the row has none. */
  readonly part: string
  readonly file: string
  readonly camel: string
  readonly pascal: string
}

/** `place`: a row, or a row and its part (`claims/payments`). */
export function namesOf(place: string, file: string, rows: readonly string[]): Names {
  const [row = '', part = '', ...deeper] = place.split('/')
  if (deeper.length > 0 || !/^[a-z-]*$/.test(part)) throw new Error(`a place is a row or row/part; not '${place}'`)
  if (!rows.includes(row)) throw new Error(`there is no row '${row}'; the rows are ${rows.join(', ')}`)
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(file)) {
    throw new Error(`a use case is named verb-noun, like approve-claim; not '${file}'`)
  }
  const camel = file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return { row, part, file, camel, pascal: camel.slice(0, 1).toUpperCase() + camel.slice(1) }
}
