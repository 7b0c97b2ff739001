/**
 * SRV-03: mails of one thread. An answer of ours carries the number of the request in its subject, so that it is found
 * again even by mail programs that lose the thread.
 */
const NUMBER = /\bS\d{12}\b/i
const REPLY = /^\s*(?:(?:re|fw|fwd|aw|回复|答复|转发)\s*(?:\[\d+\])?\s*[:：]\s*)+/i

/** The number of a request somewhere in the subject. */
export function requestNoIn(subject: string): string | null {
  return NUMBER.exec(subject.normalize('NFKC'))?.[0].toUpperCase() ?? null
}

/** What the thread is about, without the marks of answers and our number. */
export function bareSubject(subject: string): string {
  return subject
    .replace(/[[【]\s*S\d{12}\s*[\]】]/gi, '')
    .replace(REPLY, '')
    .trim()
}

export function replySubject(subject: string, requestNo: string): string {
  const bare = bareSubject(subject)
  return bare === '' ? `服务单 [${requestNo}]` : `Re: ${bare} [${requestNo}]`
}
