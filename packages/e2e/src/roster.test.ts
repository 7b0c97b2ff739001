/** The roster at the desk: who is covered on which day, and a file with rows that are wrong. */
import { describe, expect } from 'vitest'
import { cellsOf, ROSTER_COLUMNS } from '@anpei/tools/synth'
import { daysAgo, fillDay } from './desk.ts'
import { journey } from './journey.ts'
import { person } from './roster.ts'

describe('PRG-04 PRG-05 CUS-01 the roster', () => {
  journey('somebody is found by the ID number and asked about a day', async ({ address, staff }) => {
    const page = await staff('service1')
    await page.goto(`${address}/roster`)
    await page.getByRole('button', { name: '按号码查找' }).click()
    const field = page.getByRole('dialog').getByLabel('身份证号、电话或姓名')
    await field.fill(person(5).idNumber)
    await field.press('Enter')
    await page.getByRole('dialog').getByText(person(5).name).click()
    await page.getByRole('heading', { name: person(5).name }).waitFor()
    await page.getByRole('tab', { name: '保障' }).click()
    const day = page.getByRole('textbox', { name: '出险日' })
    await fillDay(day, daysAgo(3))
    await page.locator('.pg-answer').getByText('在保', { exact: true }).waitFor()
    await page.getByText(`所查日期 ${daysAgo(3)}`).waitFor()
    await fillDay(day, '2020-01-01')
    await page.locator('.pg-answer', { hasText: '不在保' }).waitFor()
    expect(page.url()).not.toContain(person(5).idNumber)
  })

  journey('a file with two wrong rows: one is corrected, the other left out', async ({ address, staff }) => {
    const page = await staff('pm')
    await page.goto(`${address}/roster-imports`)
    const good = person(6)
    const wrongDigit = good.idNumber.slice(0, 17) + (good.idNumber.endsWith('1') ? '2' : '1')
    const rows = [
      ROSTER_COLUMNS,
      cellsOf(good),
      cellsOf({ ...person(7), idNumber: '' }),
      cellsOf({ ...person(8), idNumber: wrongDigit }),
    ]
    const buffer = Buffer.from(rows.map((cells) => `${cells.join(',')}\r\n`).join(''))
    await page.getByText('首次导入（名册为空时直接生效）', { exact: true }).click()
    await page.getByLabel('花名册文件').setInputFiles([{ name: '补充名册.csv', mimeType: 'text/csv', buffer }])
    await page.getByRole('button', { name: '开始导入' }).click()
    await page.getByRole('heading', { name: '补充名册.csv' }).waitFor()
    await page.getByRole('tab', { name: '问题行（待处理 2）' }).click()
    const row = page.locator('form', { hasText: '第 3 行' })
    await row.getByLabel('身份证号').fill(person(7).idNumber)
    await row.getByRole('button', { name: '更正并重试' }).click()
    await page.getByRole('tab', { name: '问题行（待处理 1）' }).waitFor()
    await page.locator('form', { hasText: '第 4 行' }).getByRole('button', { name: '这一行不要' }).click()
    await page.getByText('没有待处理的问题行。').waitFor()
  })
})
