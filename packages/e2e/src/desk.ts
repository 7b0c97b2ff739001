/** What staff do again and again at the desk. */
import type { Locator, Page } from 'playwright-core'
import type { RosterRow } from '@anpei/tools/synth'
import { photoOfPaper } from './papers.ts'

/** `2026-11-12`, so many days before today in China. */
export function daysAgo(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)
}

export async function fillDay(field: Locator, day: string): Promise<void> {
  await field.fill(day)
  await field.press('Enter')
  // A calendar that is still folding puts back what stood before: the next day is asked when it is gone.
  await field.page().locator('.ant-picker-dropdown:visible').waitFor({ state: 'hidden' })
}

async function choose(page: Page, field: Locator, choice: string): Promise<void> {
  await field.click()
  const list = page.locator('.ant-select-dropdown:visible')
  const wanted = list.getByText(choice, { exact: true })
  await wanted.click()
  // A list that was still unfolding moved away under the press, and stays open.
  await list.waitFor({ state: 'hidden', timeout: 2000 }).catch(() => wanted.click())
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
  await page.getByRole('checkbox', { name: '没有疑问时同时核实并立案' }).check()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  const claim = page.locator('main a[href^="/claims/"]')
  await claim.click()
  await page.getByRole('list', { name: '进度' }).waitFor()
  return page.url().split('?')[0] ?? ''
}

/** A photo for every document of the checklist, in one go; then the file is complete. */
export async function handInPapers(page: Page): Promise<void> {
  for (const title of await page.locator('.ap-document-head .ap-strong').allTextContents()) {
    await page.getByLabel(`添加${title}`, { exact: true }).setInputFiles([photoOfPaper(title)])
  }
  await page.getByRole('button', { name: '上传' }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '资料收齐，转审核' }).click()
  await atStep(page, '资料审核')
}

export async function addAccount(page: Page, account: string): Promise<void> {
  await page.getByRole('tab', { name: /支付/ }).click()
  await page.getByRole('button', { name: '登记账户' }).click()
  await page.getByLabel('银行账号').fill(account)
  await page.getByLabel('开户行').fill('中国农业银行')
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('待复核', { exact: true }).waitFor()
}

/** Looks at every paper and finds it real, complete and compliant; the review is done. */
export async function judgePapers(page: Page): Promise<void> {
  await page.locator('.ap-paper button').first().click()
  const dialog = page.getByRole('dialog')
  for (let left = await page.locator('.ap-paper').count(); left > 0; left--) {
    await dialog.locator('.ap-sheet img').waitFor()
    for (const check of ['真实', '完整', '合规']) await dialog.getByRole('checkbox', { name: check }).check()
    const title = await dialog.locator('.ant-modal-title').innerText()
    await dialog.getByRole('button', { name: /^通过/ }).click()
    if (left > 1) await dialog.locator('.ant-modal-title').filter({ hasNotText: title }).waitFor()
    else await dialog.waitFor({ state: 'hidden' })
  }
  await page.getByRole('button', { name: '审核完成，转认定' }).click()
  await atStep(page, '责任认定与计算')
}

/** The four questions with their evidence, and one stay of six days in a hospital of the second level. */
export async function fillAssessment(page: Page): Promise<void> {
  for (const question of ['外来的', '突发的', '非本意的', '非疾病的']) {
    await page.getByRole('radiogroup', { name: question }).getByText('是', { exact: true }).click()
    await page.getByLabel(`${question}：依据`).fill('病历第 1 页')
  }
  await fillDay(page.getByRole('textbox', { name: '入院' }), daysAgo(10))
  await fillDay(page.getByRole('textbox', { name: '出院' }), daysAgo(5))
  await choose(page, page.getByLabel('医院等级'), '二级')
}

export async function atStep(page: Page, step: string): Promise<void> {
  await page.locator('[aria-current="step"]', { hasText: step }).waitFor()
}

export async function openTab(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
}
