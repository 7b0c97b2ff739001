import { describe, expect, it } from 'vitest'
import { subjectOf } from './subject.ts'

describe('SRV-04 a request has a name in the queue', () => {
  it.each([
    ['what was given', '住院津贴', '你好，想问问', '住院津贴'],
    ['the first sentence', ' ', '我妈上个月住院。津贴什么时候到？', '我妈上个月住院'],
    ['without the greeting', '', '您好！请问，津贴怎么领？', '津贴怎么领'],
    ['a greeting alone stays', '', '在吗', '在吗'],
    ['the first line', '', '摔伤\n住院三天', '摔伤'],
    ['cut where it is long', '', '长'.repeat(40), `${'长'.repeat(30)}…`],
  ])('%s', (_, given, text, subject) => {
    expect(subjectOf(given, text)).toBe(subject)
  })
})
