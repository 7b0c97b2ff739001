/** What staff do again and again at the desk. */
import type { Locator, Page } from 'playwright-core'
import type { RosterRow } from '@anpei/tools/synth'

/** `2026-11-12`, so many days before today in China. */
export function daysAgo(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)
}

export async function fillDay(field: Locator, day: string): Promise<void> {
  await field.fill(day)
  await field.press('Enter')
}

export async function choose(page: Page, field: Locator, choice: string | RegExp): Promise<void> {
  await field.click()
  await page.locator('.ant-select-dropdown:visible').getByText(choice, { exact: typeof choice === 'string' }).first().click()
}

/** Takes a report down and registers it at once; answers the address of the claim page. */
export async function reportAccident(page: Page, address: string, who: RosterRow, story: string): Promise<string> {
  await page.goto(`${address}/reports/new`)
  await page.getByLabel('出险人（查花名册）').fill(who.idNumber)
  await page.locator('.ant-select-dropdown:visible').getByText(who.name).click()
  await fillDay(page.getByLabel('出险日期'), daysAgo(10))
  await choose(page, page.getByLabel('原因', { exact: true }), '摔倒')
  await page.getByLabel('就诊医院').fill('潮南区人民医院')
  await page.getByLabel('经过').fill(story)
  await page.getByLabel('报案人').fill('陈小妹')
  await page.getByLabel('电话').fill('13800138000')
  await page.getByText('子女', { exact: true }).click()
  await page.getByText('没有疑问时同时核实并立案').click()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  const claim = page.locator('a[href^="/claims/"]').first()
  await claim.waitFor()
  return `${address}${await claim.getAttribute('href') ?? ''}`
}
