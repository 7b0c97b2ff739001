/** Takes off the findings that an exception of their rule excuses; an exception that lapsed is itself a finding. */
import type { Exception } from './exceptions.ts'
import type { Finding } from './house.ts'

const listPath = 'packages/tools/src/tidy/exceptions.ts'

export function excuse(found: readonly Finding[], allowed: readonly Exception[], today: string): Finding[] {
  const live = allowed.filter((exception) => exception.until >= today)
  const left = found.filter((item) => !live.some((exception) => covers(exception, item)))
  const lapsed = allowed
    .filter((exception) => exception.until < today)
    .map((exception) => ({
      path: listPath,
      line: 1,
      sentence: `the exception for ${exception.path} ended on ${exception.until}`,
    }))
  const idle = live
    .filter((exception) => !found.some((item) => covers(exception, item)))
    .map((exception) => ({
      path: listPath,
      line: 1,
      sentence: `the exception for ${exception.path} ('${exception.says}') excuses nothing`,
    }))
  return [...left, ...lapsed, ...idle]
}

function covers(exception: Exception, item: Finding): boolean {
  return item.path === exception.path && exception.says !== '' && item.sentence.includes(exception.says)
}

export function printed(found: readonly Finding[]): string {
  return found.map((item) => `${item.path}:${item.line} ${item.sentence}`).join('\n')
}
