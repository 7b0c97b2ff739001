/**
 * The messages a client sends to PostgreSQL (protocol 3.0, extended query), written one behind the other into one
 * buffer. Values go as text, bytes as they are; answers are asked for as text.
 */
import pg from 'pg'

// pg's own mapping of values, so that arrays, objects and dates mean what they mean everywhere else.
const { prepareValue } = (pg as unknown as { utils: { prepareValue(value: unknown): string | Buffer | null } }).utils

const FIRST_BYTES = 4096
const PARSE = 0x50
const BIND = 0x42
const DESCRIBE = 0x44
const EXECUTE = 0x45
const CLOSE = 0x43
const SYNC = 0x53
const STATEMENT = 0x53
const PORTAL = 0x50

export class Frontend {
  #bytes = Buffer.allocUnsafe(FIRST_BYTES)
  #at = 0

  parse(name: string, text: string): void {
    const start = this.#begin(PARSE)
    this.#ended(name)
    this.#ended(text)
    this.#int16(0)
    this.#finish(start)
  }

  bind(name: string, values: readonly unknown[]): void {
    const given = values.map((one) => prepareValue(one))
    const start = this.#begin(BIND)
    this.#byte(0)
    this.#ended(name)
    this.#int16(given.length)
    for (const one of given) this.#int16(Buffer.isBuffer(one) ? 1 : 0)
    this.#int16(given.length)
    for (const one of given) this.#value(one)
    this.#int16(0)
    this.#finish(start)
  }

  describe(): void {
    const start = this.#begin(DESCRIBE)
    this.#byte(PORTAL)
    this.#byte(0)
    this.#finish(start)
  }

  execute(): void {
    const start = this.#begin(EXECUTE)
    this.#byte(0)
    this.#int32(0)
    this.#finish(start)
  }

  /** Forgets a prepared statement; none of this name is no error. */
  close(name: string): void {
    const start = this.#begin(CLOSE)
    this.#byte(STATEMENT)
    this.#ended(name)
    this.#finish(start)
  }

  sync(): void {
    this.#finish(this.#begin(SYNC))
  }

  /** Where it stands now; `cut` takes back what was written behind it. */
  mark(): number {
    return this.#at
  }

  cut(mark: number): void {
    this.#at = mark
  }

  written(): Buffer {
    return this.#bytes.subarray(0, this.#at)
  }

  #begin(kind: number): number {
    this.#byte(kind)
    const start = this.#at
    this.#int32(0)
    return start
  }

  /** A message tells its length, which is known when it is written. */
  #finish(start: number): void {
    this.#bytes.writeInt32BE(this.#at - start, start)
  }

  #value(given: string | Buffer | null): void {
    if (given === null) this.#int32(-1)
    else if (typeof given === 'string') {
      const start = this.#at
      this.#int32(0)
      this.#text(given)
      this.#bytes.writeInt32BE(this.#at - start - 4, start)
    } else {
      this.#int32(given.length)
      this.#room(given.length)
      this.#at += given.copy(this.#bytes, this.#at)
    }
  }

  #ended(value: string): void {
    this.#text(value)
    this.#byte(0)
  }

  #text(value: string): void {
    // A unit of a string takes three bytes at most.
    this.#room(3 * value.length)
    this.#at += this.#bytes.write(value, this.#at)
  }

  #byte(value: number): void {
    this.#room(1)
    this.#bytes[this.#at++] = value
  }

  #int16(value: number): void {
    this.#room(2)
    this.#at = this.#bytes.writeInt16BE(value, this.#at)
  }

  #int32(value: number): void {
    this.#room(4)
    this.#at = this.#bytes.writeInt32BE(value, this.#at)
  }

  #room(more: number): void {
    if (this.#at + more <= this.#bytes.length) return
    const wider = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, this.#at + more))
    this.#bytes.copy(wider, 0, 0, this.#at)
    this.#bytes = wider
  }
}
