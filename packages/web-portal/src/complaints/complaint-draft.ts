/** What somebody has written of a complaint stays on the phone until it is sent (CMP-01). */
export type ComplaintDraft = {
  readonly facts: string
  readonly demand: string
  readonly name: string
  readonly about: string
}

export const emptyComplaint: ComplaintDraft = { facts: '', demand: '', name: '', about: '' }

/** A kept draft is somebody's storage: only what fits is taken over. */
export function readComplaint(kept: unknown): ComplaintDraft {
  if (typeof kept !== 'object' || kept === null) return emptyComplaint
  const text = (name: keyof ComplaintDraft): string => {
    const found: unknown = Reflect.get(kept, name)
    return typeof found === 'string' ? found.slice(0, 4000) : ''
  }
  return { facts: text('facts'), demand: text('demand'), name: text('name'), about: text('about') }
}
