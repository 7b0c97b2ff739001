import { describe, expect, it } from 'vitest'
import chaonan from '../../../../config/programmes/chaonan/2026-10-01.json' with { type: 'json' }
import { parseProgrammeVersion } from './parse-version.ts'
import { productTable } from './product-table.ts'

function read(data: unknown) {
  const parsed = parseProgrammeVersion(data)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.facts))
  return parsed.value
}
const version = read(chaonan)

describe('SRV-07 products side by side', () => {
  it('one line a fact, one cell a product; what a product lacks is an empty cell, differences are marked', () => {
    const other = {
      ...version,
      premium: { ...version.premium, perHeadFen: 2550n },
      benefits: version.benefits.filter(({ kind }) => kind !== 'perDiem'),
    }
    const lines = productTable([version, other, version])
    const line = (group: string, label: string) => lines.find((one) => one.group === group && one.label === label)
    expect(line('基本', '每人每年保费')).toMatchObject({ cells: ['10 元', '25.50 元', '10 元'], differs: true })
    expect(line('意外身故保险金', '付多少')).toMatchObject({
      cells: ['3,000 元', '3,000 元', '3,000 元'],
      differs: false,
    })
    expect(line('意外住院津贴', '每天付')).toMatchObject({ cells: ['30 元', null, '30 元'], differs: true })
    expect(line('不保什么', '自杀')?.cells[0]).toBe('一般不赔，由人认定')
    expect(line('服务承诺', '材料齐全后审核')?.cells[0]).toBe('3 个工作日')
  })
})
