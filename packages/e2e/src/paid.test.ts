/** The main job, through six pairs of hands. */
import { describe, expect } from 'vitest'
import type { Page } from 'playwright-core'
import { addAccount, atStep, fillAssessment, handInPapers, judgePapers, openTab, reportAccident } from './desk.ts'
import { journey } from './journey.ts'
import { person } from './roster.ts'

describe('CLM-01 CLM-03 CLM-06 CLM-09 CLM-11 CLM-12 from the report to the money', () => {
  journey('six days in hospital are ¥180, approved, paid and told', async ({ address, staff }) => {
    const service = await staff('service1')
    const claim = await reportAccident(service, address, person(0), '在家门口湿滑处摔倒')
    await addAccount(service, '6228480402564890018')
    await openTab(service, '资料')
    await handInPapers(service)

    const assessor = await staff('assessor1')
    await assessor.goto(claim)
    await judgePapers(assessor)
    await fillAssessment(assessor)
    const working = assessor.locator('.ap-preview')
    await working.getByText('6 天 × 每天30元 = 180元').waitFor()
    expect(await working.locator('.ap-amount').first().innerText()).toBe('¥180.00')
    await assessor.getByRole('button', { name: '保存认定与计算' }).click()
    await assessor.getByText('已保存').waitFor()
    await openTab(assessor, '决定与审批')
    await assessor.getByRole('button', { name: '提交审批' }).click()
    await atStep(assessor, '审批')

    const underwriter = await staff('underwriter1')
    await underwriter.goto(claim)
    await underwriter.getByRole('button', { name: '同意' }).click()
    await atStep(underwriter, '通知与支付')
    const second = await staff('assessor2')
    await second.goto(`${claim}?tab=payments`)
    await second.getByRole('button', { name: '复核通过' }).click()
    await second.getByText('已复核', { exact: true }).first().waitFor()
    await pay(await staff('finance1'), await staff('finhead'), address)

    const head = await staff('head')
    await head.goto(`${claim}?tab=letters`)
    const printed = await head.getByRole('link', { name: '打开 PDF' }).getAttribute('href')
    const pdf = await head.request.get(`${address}${printed ?? ''}`)
    expect(pdf.headers()['content-type']).toBe('application/pdf')
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await head.getByRole('button', { name: '登记送达' }).click()
    await head.getByLabel('凭据').fill('家属签收')
    await head.getByRole('dialog').getByRole('button', { name: '登记送达' }).click()
    await head.getByText(/^柜面/).waitFor()
    await head.getByRole('button', { name: '结案', exact: true }).click()
    await head.getByText('已结案', { exact: true }).first().waitFor()
    await head.getByText('¥180.00 / ¥180.00').waitFor()
  })
})

/** A batch by one person, sent by a second; the bank says that all arrived. */
async function pay(finance: Page, finhead: Page, address: string): Promise<void> {
  await finance.goto(`${address}/payment-batches`)
  await finance.getByRole('button', { name: '编制批次' }).click()
  await finance.getByRole('dialog').getByRole('button', { name: '编制批次' }).click()
  await finance.getByRole('heading', { name: /^批次/ }).waitFor()
  expect(await finance.getByRole('button', { name: '核对无误，送银行' }).count()).toBe(0)
  await finhead.goto(finance.url())
  await finhead.getByRole('button', { name: '核对无误，送银行' }).click()
  await finhead.getByRole('dialog').getByRole('button', { name: '核对无误，送银行' }).click()
  await finhead.getByLabel('导入回盘文件').waitFor({ state: 'attached' })
  const lines = finhead.locator('main tbody tr').filter({ hasText: '¥' })
  await lines.first().waitFor()
  const rows = await lines.allInnerTexts()
  const answered = rows.map((row) => {
    const [, amount = ''] = /¥([\d,]+\.\d\d)/.exec(row) ?? []
    return `${/F\d+/.exec(row)?.[0] ?? ''},${amount.replaceAll(',', '')},成功,`
  })
  const buffer = Buffer.from(`支付编号,金额（元）,结果,失败原因\r\n${answered.join('\r\n')}\r\n`)
  await finhead.getByLabel('导入回盘文件').setInputFiles([{ name: '回盘.csv', mimeType: 'text/csv', buffer }])
  await finhead.getByText(`到账 ${rows.length}`, { exact: true }).waitFor()
}
