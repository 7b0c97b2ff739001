/** What is wrong with one field of a request, in a clerk's words, where its schema says nothing better itself. */
import type { z } from 'zod'

type Issue = z.core.$ZodRawIssue

const FORMATS: Readonly<Record<string, string>> = {
  email: '邮箱地址不对',
  uuid: '编号不对',
  url: '网址不对，要以 http:// 或 https:// 开头',
  date: '不是有效的日期（YYYY-MM-DD）',
  datetime: '不是有效的时刻（如 2026-11-23T08:30:00Z）',
}

const KINDS: Readonly<Record<string, string>> = {
  string: '要填文字',
  number: '要填数字',
  int: '要填整数',
  boolean: '只能是“是”或“否”',
  array: '要填一组',
}

export function fieldFault(issue: Issue): string {
  if (issue.code === 'invalid_type')
    return issue.input === undefined ? '必填' : (KINDS[issue.expected] ?? '填写的内容不对')
  if (issue.code === 'invalid_format') return FORMATS[issue.format] ?? '格式不对'
  if (issue.code === 'invalid_value') return issue.input === undefined ? '必填' : '请从给出的选项中选择'
  if (issue.code === 'too_big') return bound('最多', '不能大于', issue.origin, issue.maximum)
  if (issue.code === 'too_small') return bound('至少', '不能小于', issue.origin, issue.minimum)
  return '填写的内容不对'
}

function bound(amount: string, size: string, origin: string, limit: number | bigint): string {
  if (origin === 'string') return `${amount} ${limit} 个字`
  if (origin === 'array' || origin === 'set') return `${amount} ${limit} 项`
  return `${size} ${limit}`
}
