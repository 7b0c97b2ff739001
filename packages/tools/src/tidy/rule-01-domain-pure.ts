/**
 * Rule 1: the domain is pure. It imports nothing but itself, does nothing asynchronous, and reads neither clock nor
 * chance nor surroundings, so that every decision can be replayed from its facts. Its tests are free.
 */
import { codeOf, finding, type Finding, type House, type SourceFile } from './house.ts'

const surroundings = new Set([
  'Promise',
  'process',
  'console',
  'globalThis',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'Buffer',
  'require',
  'crypto',
  'localStorage',
])
const members = new Set(['Date.now', 'Math.random'])

export function domainPure(house: House): Finding[] {
  return codeOf(house)
    .filter((file) => file.column === 'domain' && !file.isTest)
    .flatMap(offences)
}

function offences(file: SourceFile): Finding[] {
  const facts = file.facts()
  const found: Finding[] = []
  for (const item of facts.imports) {
    const inside = item.specifier.startsWith('.') && !leavesDomain(file.path, item.specifier)
    if (!inside) found.push(finding(file, item.start, `the domain imports nothing, but here '${item.specifier}'`))
    if (item.dynamic) found.push(finding(file, item.start, 'the domain is synchronous: no import()'))
  }
  for (const item of facts.functions) {
    if (item.isAsync) found.push(finding(file, item.start, 'the domain is synchronous: no async'))
  }
  for (const start of facts.awaits) found.push(finding(file, start, 'the domain is synchronous: no await'))
  for (const item of facts.names) {
    if (surroundings.has(item.name)) found.push(finding(file, item.start, `the domain knows no '${item.name}'`))
  }
  for (const item of facts.members) {
    if (members.has(item.path)) found.push(finding(file, item.start, `the domain knows no ${item.path}: hand it in`))
  }
  for (const item of facts.news) {
    if (item.callee === 'Date' && item.argumentCount === 0) {
      found.push(finding(file, item.start, 'the domain has no clock: hand the day or instant in'))
    }
  }
  for (const item of facts.calls) {
    if (item.callee === 'Date') found.push(finding(file, item.start, 'the domain has no clock: hand the instant in'))
  }
  return found
}

/** Whether a relative specifier climbs out of `packages/domain/src`. */
function leavesDomain(path: string, specifier: string): boolean {
  const depth = path.split('/').length - 1 - 'packages/domain/src'.split('/').length
  const climbs = specifier.split('/').filter((part) => part === '..').length
  return climbs > depth
}
