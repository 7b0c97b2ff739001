/**
 * What is sent to one connection in one turn of the loop travels as one batch: one write, one `Sync`, one answer. So
 * thirty statements of a command cost the two processes as many system calls as one. If one fails, the database passes
 * over the ones behind it, as it refuses them inside a transaction that has failed.
 *
 * Texts that come again are prepared: parsed and planned once per connection, their columns described once.
 */
import pg from 'pg'
import { Frontend } from './frontend.ts'

export type Answered = { rows: Record<string, unknown>[]; rowCount: number | null; command: string }
type Statement = { readonly text: string; readonly values: readonly unknown[] }

type Columns = {
  readonly names: readonly string[]
  readonly read: readonly ((text: string) => unknown)[]
  readonly empty: Record<string, unknown>
}
/**
 * A text that is prepared. `ready`: the database knows it by its name. A batch: it will when that batch has passed.
 * `doubtful`: that batch failed; perhaps it knows it.
 */
type Text = { seen: number; name: string; state: 'fresh' | 'ready' | 'doubtful' | Batch; columns: Columns | undefined }
type Texts = { readonly known: Map<string, Text>; prepared: number }
type Waiting = {
  readonly text: Text | undefined
  readonly answered: Answered
  columns: Columns | undefined
  fault: Error | undefined
  resolve(answered: Answered): void
  reject(error: Error): void
}

const SEEN_BEFORE_PREPARED = 3
const MOST_PREPARED = 400
const LONGEST_PREPARED = 6000
const NO_COLUMNS: Columns = { names: [], read: [], empty: {} }

/** To pg it is one query among others; it writes and reads the messages of all its statements. */
class Batch extends pg.Query {
  /** What it carries, for whoever listens in on the connection. */
  readonly statements: Statement[] = []
  readonly #parser: (oid: number) => (text: string) => unknown
  readonly #texts: Texts
  readonly #out = new Frontend()
  readonly #waiting: Waiting[] = []
  #at = 0

  constructor(parser: (oid: number) => (text: string) => unknown, texts: Texts) {
    super('batch')
    this.#parser = parser
    this.#texts = texts
  }

  add(statement: Statement): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const text = this.#preparedText(statement.text)
      const answered: Answered = { rows: [], rowCount: null, command: '' }
      const mark = this.#out.mark()
      try {
        this.#write(statement, text)
      } catch (error) {
        // A value that cannot be sent: the others go without it.
        this.#out.cut(mark)
        reject(error)
        return
      }
      this.statements.push(statement)
      this.#waiting.push({ text, answered, columns: text?.columns, fault: undefined, resolve, reject })
    })
  }

  /** Nothing for texts that are rare or long, and while an earlier batch is still at preparing it. */
  #preparedText(words: string): Text | undefined {
    const text = textOf(this.#texts, words)
    return text && (typeof text.state === 'string' || text.state === this) ? text : undefined
  }

  #write({ text: words, values }: Statement, text: Text | undefined): void {
    const out = this.#out
    const name = text?.name ?? ''
    if (!text || text.state === 'fresh' || text.state === 'doubtful') {
      if (text?.state === 'doubtful') out.close(name)
      out.parse(name, words)
    }
    out.bind(name, values)
    if (!text?.columns) out.describe()
    out.execute()
    if (text && text.state !== 'ready') text.state = this
  }

  override submit = (connection: pg.Connection): null => {
    this.#out.sync()
    const { stream } = connection as unknown as { stream: { write(bytes: Buffer): void } }
    stream.write(this.#out.written())
    return null
  }

  handleRowDescription({ fields }: { fields: { name: string; dataTypeID: number }[] }): void {
    const waiting = this.#waiting[this.#at]
    if (!waiting) return
    waiting.columns = {
      names: fields.map((field) => field.name),
      read: fields.map((field) => this.#parser(field.dataTypeID)),
      empty: Object.fromEntries(fields.map((field) => [field.name, null])),
    }
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const waiting = this.#waiting[this.#at]
    if (!waiting?.columns) return
    const { names, read, empty } = waiting.columns
    const row = { ...empty }
    for (let i = 0; i < fields.length; i++) {
      const text = fields[i]
      const name = names[i]
      const parse = read[i]
      if (text === null || text === undefined || name === undefined || !parse) continue
      try {
        row[name] = parse(text)
      } catch (error) {
        waiting.fault = error instanceof Error ? error : new Error(String(error))
      }
    }
    waiting.answered.rows.push(row)
  }

  handleCommandComplete({ text: tag }: { text: string }): void {
    const waiting = this.#waiting[this.#at++]
    if (!waiting) return
    // `UPDATE 3`, `INSERT 0 3`, `BEGIN`
    const count = Number(tag.slice(tag.lastIndexOf(' ') + 1))
    waiting.answered.command = tag.split(' ', 1)[0] ?? ''
    if (!Number.isNaN(count)) waiting.answered.rowCount = count
    this.#settle(waiting)
  }

  handleEmptyQuery(): void {
    const waiting = this.#waiting[this.#at++]
    if (waiting) this.#settle(waiting)
  }

  #settle({ text, columns, fault, answered, resolve, reject }: Waiting): void {
    if (text) {
      text.state = 'ready'
      text.columns ??= columns ?? NO_COLUMNS
    }
    if (fault) reject(fault)
    else resolve(answered)
  }

  /** The ones behind it were passed over: why, only the one that failed can say. */
  handleError(error: Error): void {
    const unanswered = this.#waiting.slice(this.#at)
    this.#at = this.#waiting.length
    for (const { text, reject } of unanswered) {
      if (text?.state === this) text.state = 'doubtful'
      reject(error)
    }
  }

  handleReadyForQuery(): void {
    if (this.#at < this.#waiting.length) this.handleError(new Error('the database left a statement unanswered'))
  }

  handlePortalSuspended(): void {
    throw new Error('a whole answer was asked for')
  }

  handleCopyInResponse(connection: { sendCopyFail(why: string): void }): void {
    connection.sendCopyFail('rows are copied over connections of their own (pool.bulk)')
  }
}

function textOf(texts: Texts, words: string): Text | undefined {
  if (words.length > LONGEST_PREPARED) return undefined
  let text = texts.known.get(words)
  if (!text) {
    if (texts.known.size > 10 * MOST_PREPARED) return undefined
    texts.known.set(words, (text = { seen: 0, name: '', state: 'fresh', columns: undefined }))
  }
  text.seen += 1
  if (text.name === '' && text.seen > SEEN_BEFORE_PREPARED && texts.prepared < MOST_PREPARED)
    text.name = `q${++texts.prepared}`
  return text.name === '' ? undefined : text
}

/** A connection of the pool; what is asked of it through `send` leaves in batches, in order with all the rest. */
export class BatchClient extends pg.Client {
  readonly #texts: Texts = { known: new Map(), prepared: 0 }
  #batch: Batch | undefined

  /** A statement is in its place in the batch when this returns. */
  send(statement: Statement): Promise<Answered> {
    if (!this.#batch) {
      this.#batch = new Batch((oid) => this.getTypeParser(oid, 'text'), this.#texts)
      // Behind everything that can run now.
      process.nextTick(() => this.#leave())
    }
    return this.#batch.add(statement)
  }

  #leave(): void {
    const batch = this.#batch
    this.#batch = undefined
    if (batch && batch.statements.length > 0) super.query(batch)
  }

  override query: pg.Client['query'] = (...asked: unknown[]) => {
    this.#leave()
    return Reflect.apply(super.query, this, asked)
  }
}
