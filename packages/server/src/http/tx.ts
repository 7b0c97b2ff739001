/**
 * What a command or a query is given: the database set to its tenant, who acts, when it is, and the places to leave
 * word.
 */
import type { Actor, Decision, Instant } from '@anpei/domain/kernel'
import type { PoolClient } from 'pg'
import type { Vault } from '../crypto/index.ts'
import type { Db } from '../db/index.ts'
import type { EventRow, NewEvent } from '../events/index.ts'
import type { NewJob } from '../jobs/index.ts'
import type { App } from './app.ts'
import type { ArrivedFile } from './arrived-file.ts'
import type { LiveWord } from './words.ts'

export type Tx = {
  readonly db: Db
  readonly client: PoolClient
  readonly actor: Actor
  readonly now: Instant
  readonly vault: Vault
  readonly app: App
  /** Writes an event at the end of the transaction and hands it to its subscribers. */
  record(event: NewEvent): void
  /** Events recorded so far in this transaction, in order. */
  readonly recorded: readonly EventRow[]
  enqueue(job: NewJob): void
  /** Word to open browsers, with the commit (`tellLive`). */
  tell(word: LiveWord): void
  /**
   * A write nobody waits for: it is on its way, in order, and only the commit asks how it went. It sends all it sends
   * before it returns its promise. For writes whose failure is a fault; where a constraint's no is an answer to
   * somebody, the write is awaited.
   */
  later(write: Promise<unknown>): void
  /** Says that personal data is shown; stands in the log before the answer leaves. */
  look(event: NewEvent): void
  readonly looks: readonly NewEvent[]
  /** Puts a session token into the caller's cookie, or takes it away. */
  setSession(token: string | null): void
  /** A header of the call, for callbacks that sign themselves in one; empty in a job. */
  header(name: string): string | undefined
}

export type Handler<I, A> = (tx: Tx, input: I, files: readonly ArrivedFile[]) => Promise<Decision<A>>
