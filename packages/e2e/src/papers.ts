/** A photo and a PDF as a family would send them: real files, so that sniffing, sealing and viewing are real. */
import { crc32, deflateSync } from 'node:zlib'

export type PaperFile = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** A grey sheet of paper, 640 × 900, different for every name. */
export function photoOfPaper(name: string): PaperFile {
  const width = 640
  const height = 900
  const shade = 200 + ([...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 40)
  const line = Buffer.alloc(1 + width, shade)
  line[0] = 0
  const rows = Buffer.concat(
    Array.from({ length: height }, (_, at) => {
      const row = Buffer.from(line)
      if (at % 40 < 3 && at > 60) row.fill(70, 60, width - 60 - ((at * 7) % 200))
      return row
    }),
  )
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const buffer = Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
  return { name: `${name}.png`, mimeType: 'image/png', buffer }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(8 + data.length + 4)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), 8 + data.length)
  return whole
}
