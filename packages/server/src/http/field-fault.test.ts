import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fieldFault } from './field-fault.ts'

const said = (schema: z.ZodType, value: unknown): string | undefined =>
  schema.safeParse(value, { error: fieldFault }).error?.issues[0]?.message

describe('OPS-01 what is wrong with a field is said in Chinese', () => {
  it.each([
    [z.email(), 'x', '邮箱地址不对'],
    [z.uuid(), 'x', '编号不对'],
    [z.iso.datetime(), 'x', '不是有效的时刻（如 2026-11-23T08:30:00Z）'],
    [z.string(), undefined, '必填'],
    [z.string(), 7, '要填文字'],
    [z.int(), 'x', '要填数字'],
    [z.int(), 1.5, '要填整数'],
    [z.enum(['a', 'b']), 'c', '请从给出的选项中选择'],
    [z.enum(['a', 'b']), undefined, '必填'],
    [z.int().min(1), 0, '不能小于 1'],
    [z.int().max(24), 25, '不能大于 24'],
    [z.string().min(8), 'x', '至少 8 个字'],
    [z.string().max(2), 'xyz', '最多 2 个字'],
    [z.array(z.int()).max(1), [1, 2], '最多 1 项'],
    [z.object({ a: z.string() }), 'x', '填写的内容不对'],
    [z.string().regex(/^\d$/), 'x', '格式不对'],
    [z.union([z.int(), z.boolean()]), 'x', '填写的内容不对'],
    [z.string().min(1, '请写明原因'), '', '请写明原因'],
  ])('%#', (schema, value, words) => {
    expect(said(schema, value)).toBe(words)
  })
})
