/** The one box of unsent things of this phone, and who wants to know when it changes. */
import { sendAgain } from './ask.ts'
import { openUnsentStore } from './unsent-db.ts'
import { sendUnsent, type Round, type Unsent, type UnsentStore } from './unsent.ts'

export type BoxView = {
  readonly items: readonly Unsent[]
  /** What went out by itself since the page was opened. */
  readonly sent: Round['sent']
  readonly stopped: Round['stopped']
  readonly busy: boolean
}

const EMPTY: BoxView = { items: [], sent: [], stopped: null, busy: false }
let view = EMPTY
let opening: Promise<UnsentStore | null> | undefined
const hearers = new Set<() => void>()

function store(): Promise<UnsentStore | null> {
  return (opening ??= openUnsentStore())
}

function say(next: Partial<BoxView>): void {
  view = { ...view, ...next }
  for (const hear of hearers) hear()
}

export const unsentBox = {
  view: (): BoxView => view,
  subscribe(hear: () => void): () => void {
    hearers.add(hear)
    return () => {
      hearers.delete(hear)
    }
  },
  /** False where this phone keeps nothing. */
  async keep(item: Omit<Unsent, 'keptAt' | 'refusal'>): Promise<boolean> {
    const box = await store()
    if (!box) return false
    try {
      await box.put({ ...item, keptAt: Date.now(), refusal: null })
      say({ items: await box.all(), stopped: 'waits' })
      return true
    } catch {
      return false
    }
  },
  /** What lies there, without sending; and what it waits for. */
  async look(stopped: Round['stopped']): Promise<void> {
    const box = await store()
    if (box) say({ items: await box.all(), stopped })
  },
  async send(language: 'zh' | 'en'): Promise<void> {
    const box = await store()
    if (!box || view.busy) return
    const items = await box.all()
    if (items.every((item) => item.refusal !== null)) return say({ items, stopped: null })
    say({ items, busy: true })
    try {
      const round = await sendUnsent(box, ({ id, url, body, files }) =>
        sendAgain(url, body, { language, key: id, ...(files.length > 0 ? { files } : {}) }),
      )
      say({ sent: [...view.sent, ...round.sent], stopped: round.stopped })
    } finally {
      say({ items: await box.all(), busy: false })
    }
  },
  async forget(id: string): Promise<void> {
    const box = await store()
    await box?.remove(id)
    say({ items: (await box?.all()) ?? [] })
  },
  async forgetAll(): Promise<void> {
    const box = await store()
    for (const { id } of (await box?.all()) ?? []) await box?.remove(id)
    say(EMPTY)
  },
}
