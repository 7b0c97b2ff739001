/** Files that come with a request: bounded in number and size before anything else looks at them. */
import type { FastifyRequest } from 'fastify'
import type { ArrivedFile } from './arrived-file.ts'

export const MOST_FILES = 20
export const MOST_FILE_BYTES = 8 * 1024 * 1024
/** The big door: rosters and bank returns. */
export const MOST_TABLE_BYTES = 64 * 1024 * 1024
/** By field: tables, and recordings that prove a consent. */
const MOST_BYTES_OF: Readonly<Record<string, number>> = { table: MOST_TABLE_BYTES, recording: 30 * 1024 * 1024 }

export class TooLarge extends Error {
  readonly limit: string
  constructor(mostBytes: number) {
    super('too large')
    this.limit = `${mostBytes / 1024 / 1024} MB`
  }
}

export async function collectParts(request: FastifyRequest): Promise<{ body: unknown; files: ArrivedFile[] }> {
  const files: ArrivedFile[] = []
  let body: unknown = {}
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      const most = MOST_BYTES_OF[part.fieldname] ?? MOST_FILE_BYTES
      if (bytes.length > most) throw new TooLarge(most)
      files.push({ field: part.fieldname, name: part.filename, bytes })
    } else if (part.fieldname === 'body' && typeof part.value === 'string') {
      body = parseJson(part.value)
    }
  }
  return { body, files }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
