import { expect, describe } from 'vitest'
import type { Page } from 'playwright-core'
import { choose, daysAgo, fillDay, reportAccident } from './desk.ts'
import { journey } from './journey.ts'
import { photoOfPaper } from './papers.ts'
import { person } from './roster.ts'

describe('CLM-01 CLM-03', () => {
  journey('from the report to the money', async ({ address, staff }) => {
    const shot = async (page: Page, name: string) => { await page.waitForTimeout(600); await page.screenshot({ path: `/tmp/e2e-shots/${name}.png` }) }
    const service = await staff('service1')
    const claim = await reportAccident(service, address, person(0), '在家门口湿滑处摔倒')
    await shot(service, 'p0')
    await service.goto(claim)
    await service.getByRole('heading', { name: new RegExp(person(0).name) }).waitFor()
    await shot(service, 'p1')
    await service.getByRole('button', { name: '收取资料' }).click()
    const count = await service.locator('.ap-documents > li').count()
    await service.getByRole('button', { name: '取消' }).click()
    for (const [at, title] of (await service.locator('.ap-document-head .ap-strong').allTextContents()).entries()) {
      await service.getByLabel(`添加${title}`, { exact: true }).setInputFiles([photoOfPaper(`${title}${at}`)])
    }
    await shot(service, 'p2')
    await service.getByRole('button', { name: '上传' }).click()
    await service.getByRole('dialog').waitFor({ state: 'hidden' })
    await shot(service, 'p3')
    await service.getByRole('tab', { name: /支付/ }).click()
    await service.getByRole('button', { name: '登记账户' }).click()
    await service.getByLabel('银行账号').fill('6228480402564890018')
    await service.getByLabel('开户行').fill('中国农业银行')
    await shot(service, 'p4')
    await service.getByRole('button', { name: '登记', exact: true }).click()
    await service.getByRole('dialog').waitFor({ state: 'hidden' })
    await shot(service, 'p5')
    await service.getByRole('tab', { name: /资料/ }).click()
    await service.getByRole('button', { name: '资料收齐，转审核' }).click()
    await shot(service, 'p6')
    const assessor = await staff('assessor1')
    await shot(assessor, 'p7')
    await assessor.goto(claim)
    await shot(assessor, 'p8')
    throw new Error('stop')
  })
})
