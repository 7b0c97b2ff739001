/**
 * A catalogue of refusals: code → HTTP status and the sentence a person reads, in Chinese and English.
 * `{name}` in a text is replaced by the fact of that name. One catalogue per row; codes are `row.word`.
 */
export type RefusalText = {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 429 | 507
  readonly zh: string
  readonly en: string
}
export type RefusalCatalogue = Readonly<Record<string, RefusalText>>
