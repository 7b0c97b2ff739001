/**
 * PRG-05: which characters the bytes of a text file are. Offices export GB18030 (“ANSI”) as often as UTF-8, some
 * programs UTF-16. A byte order mark decides; else strict UTF-8; else GB18030, which must then be valid too.
 */
import { isUtf8 } from 'node:buffer'
import { TableUnreadable } from './table.ts'
import type { ReadingPosition, TableEncoding } from './table.ts'

export function detectEncoding(head: Uint8Array): TableEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8-bom'
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  return unmarkedUtf16(head) ?? (isUtf8(wholeCharacters(head)) ? 'utf-8' : 'gb18030')
}

/** Digits, commas and line ends leave a zero byte in every second place of UTF-16, nowhere in the others. */
function unmarkedUtf16(head: Uint8Array): TableEncoding | null {
  const zeros: [number, number] = [0, 0]
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0) zeros[0]++
    if (head[i + 1] === 0) zeros[1]++
  }
  const few = head.length / 20
  if (zeros[1] > few && zeros[0] === 0) return 'utf-16le'
  if (zeros[0] > few && zeros[1] === 0) return 'utf-16be'
  return null
}

/** Without the bytes of a character that the end of the piece cuts through. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return bytes
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? bytes.subarray(0, bytes.length - back) : bytes
    }
  }
  return bytes
}

function isAscii(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => byte >= 0x80)
}

/**
 * Decodes strictly. A file that began as plain ASCII is judged again at its first other character, because the head
 * could not tell UTF-8 from GB18030.
 */
export async function* decodeText(
  chunks: AsyncIterable<Uint8Array>,
  detected: TableEncoding,
  position: ReadingPosition,
): AsyncGenerator<string> {
  let undecided = detected === 'utf-8'
  let decoder = decoderOf(detected)
  for await (const chunk of chunks) {
    if (undecided && !isAscii(chunk)) {
      undecided = false
      decoder = decoderOf(detectEncoding(chunk) === 'utf-8' ? 'utf-8' : 'gb18030')
    }
    yield decode(() => decoder.decode(chunk, { stream: true }), 'files.encoding', position)
  }
  yield decode(() => decoder.decode(), 'files.half_written', position)
}

function decoderOf(encoding: TableEncoding): TextDecoder {
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { fatal: true })
}

function decode(run: () => string, code: 'files.encoding' | 'files.half_written', position: ReadingPosition): string {
  try {
    return run()
  } catch {
    throw new TableUnreadable(code, { rowNo: position.rowNo + 1 })
  }
}
