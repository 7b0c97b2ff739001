/** Files that come with a request: bounded in number and size before anything else looks at them. */
import type { FastifyRequest } from 'fastify'
import type { ArrivedFile } from './arrived-file.ts'

export const MOST_FILES = 20
export const MOST_FILE_BYTES = 8 * 1024 * 1024
/** The big door: rosters and bank returns. */
export const MOST_TABLE_BYTES = 64 * 1024 * 1024

export class TooLarge extends Error {}

export async function collectParts(request: FastifyRequest): Promise<{ body: unknown; files: ArrivedFile[] }> {
  const files: ArrivedFile[] = []
  let body: unknown = {}
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer()
      const most = part.fieldname === 'table' ? MOST_TABLE_BYTES : MOST_FILE_BYTES
      if (bytes.length > most) throw new TooLarge(part.filename)
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
