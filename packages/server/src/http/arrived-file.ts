/** A file as it arrived with a request; bytes are bounded by the frame. */
export type ArrivedFile = { readonly field: string; readonly name: string; readonly bytes: Buffer }

/** A file as an answer. */
export type FileAnswer = {
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: Buffer
  readonly inline?: boolean
  /** May be asked for in parts, as players of films do. */
  readonly inParts?: boolean
}
