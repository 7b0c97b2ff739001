/**
 * SRV-03, OPS-05: reads a recording from the telephone system: only from servers that were named, never led on
 * elsewhere, and not beyond the largest recording that is kept. Twilio asks for the account and its token, and gives
 * MP3 where the ending says so.
 */
export type RecordingRead =
  | { readonly name: string; readonly bytes: Buffer }
  /** It will not come: why. */
  | { readonly gone: string }
  | 'later'

const MOST_BYTES = 30 * 1024 * 1024
const MOST_MILLISECONDS = 60_000
/** Where Twilio keeps recordings: the account stands in the path. */
const TWILIO_PATH = /^\/\d{4}-\d{2}-\d{2}\/Accounts\/(AC[0-9a-f]{32})\/Recordings\/RE[0-9a-f]{32}$/

export async function readRecording(
  address: string,
  { hosts, token }: { readonly hosts: readonly string[]; readonly token: string },
): Promise<RecordingRead> {
  const url = URL.parse(address)
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return { gone: '录音地址无法识别' }
  if (!hosts.includes(url.host)) return { gone: `没有允许从 ${url.host} 取录音` }
  const account = TWILIO_PATH.exec(url.pathname)?.[1]
  if (account !== undefined) url.pathname += '.mp3'
  const authorization = `Basic ${Buffer.from(`${account ?? ''}:${token}`).toString('base64')}`
  try {
    const answer = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(MOST_MILLISECONDS),
      headers: account === undefined ? {} : { authorization },
    })
    if (answer.status === 404 || answer.status === 410) return { gone: '话务系统里已经没有这段录音' }
    if (!answer.ok || !answer.body) return 'later'
    const bytes = await bounded(answer.body)
    return bytes ? { name: '', bytes } : { gone: '录音超过 30 MB' }
  } catch {
    return 'later'
  }
}

/** Null where there is more than is kept. */
async function bounded(body: AsyncIterable<Uint8Array>): Promise<Buffer | null> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of body) {
    length += part.length
    if (length > MOST_BYTES) return null
    parts.push(part)
  }
  return Buffer.concat(parts)
}
