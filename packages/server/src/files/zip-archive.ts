/**
 * The container of a workbook (ZIP), held compressed in memory and never unpacked to disk, because it is full of
 * personal data. Sizes and checksums are held against what the archive promises, so damage and bombs are found.
 */
import { Readable } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { TableUnreadable } from './table.ts'
import type { ReadingPosition } from './table.ts'

export type ZipEntry = {
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly unpacked: number
  readonly offset: number
}
export type ZipArchive = { readonly bytes: Buffer; readonly entries: ReadonlyMap<string, ZipEntry> }

const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1')
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_ENTRY = 0x04034b50
const STORED = 0
const DEFLATED = 8
const IN_EXTRA = 0xffffffff
const ZIP64_EXTRA = 1
const MAX_ENTRIES = 10_000
/** A workbook that unpacks to more than this is an attack or a mistake. */
const MAX_UNPACKED_BYTES = 2 ** 30

/** Reads the list of files at the end of the archive: without it the archive is half-written. */
export function openArchive(bytes: Buffer): ZipArchive {
  const end = bytes.lastIndexOf(END_OF_DIRECTORY)
  if (end < 0 || end + 22 > bytes.length) throw new TableUnreadable('files.half_written', { rowNo: 1 })
  const entries = new Map<string, ZipEntry>()
  let at = bytes.readUInt32LE(end + 16)
  let unpacked = 0
  const count = Math.min(bytes.readUInt16LE(end + 10), MAX_ENTRIES)
  for (let i = 0; i < count; i++) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) {
      throw new TableUnreadable('files.unreadable', { rowNo: 1 })
    }
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
    const entry = entryAt(bytes, at, bytes.subarray(nameEnd, extraEnd))
    entries.set(bytes.toString('utf8', at + 46, nameEnd), entry)
    unpacked += entry.unpacked
    at = extraEnd + bytes.readUInt16LE(at + 32)
  }
  if (unpacked > MAX_UNPACKED_BYTES) {
    throw new TableUnreadable('files.too_large', { limitMb: MAX_UNPACKED_BYTES / 2 ** 20 })
  }
  return { bytes, entries }
}

function entryAt(bytes: Buffer, at: number, extra: Buffer): ZipEntry {
  const wide = zip64Numbers(extra)
  const number = (field: number): number => {
    const short = bytes.readUInt32LE(at + field)
    return short === IN_EXTRA ? (wide.shift() ?? short) : short
  }
  const unpacked = number(24)
  const packed = number(20)
  const offset = number(42)
  return { method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16), packed, unpacked, offset }
}

function zip64Numbers(extra: Buffer): number[] {
  const numbers: number[] = []
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64_EXTRA) continue
    const end = Math.min(at + 4 + extra.readUInt16LE(at + 2), extra.length)
    for (let field = at + 4; field + 8 <= end; field += 8) numbers.push(Number(extra.readBigUInt64LE(field)))
  }
  return numbers
}

/** The text of one file of the archive, piece by piece. */
export async function* entryText(
  archive: ZipArchive,
  entry: ZipEntry,
  position: ReadingPosition,
): AsyncGenerator<string> {
  const damaged = (): TableUnreadable => new TableUnreadable('files.unreadable', { rowNo: position.rowNo })
  const { bytes } = archive
  if (entry.offset + 30 > bytes.length || bytes.readUInt32LE(entry.offset) !== LOCAL_ENTRY) throw damaged()
  const from = entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28)
  const packed = bytes.subarray(from, from + entry.packed)
  if (packed.length < entry.packed || (entry.method !== STORED && entry.method !== DEFLATED)) throw damaged()
  const stream =
    entry.method === STORED
      ? Readable.from([packed])
      : Readable.from([packed]).pipe(createInflateRaw({ chunkSize: 256 * 1024 }))
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let crc = 0
  let size = 0
  try {
    for await (const chunk of stream) {
      crc = crc32(chunk, crc)
      size += chunk.length
      if (size > entry.unpacked) break
      yield decoder.decode(chunk, { stream: true })
    }
  } catch (fault) {
    if (fault instanceof TableUnreadable) throw fault
    throw damaged()
  }
  if (size !== entry.unpacked || crc !== entry.crc) throw damaged()
}
