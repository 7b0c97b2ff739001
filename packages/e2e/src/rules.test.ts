/** What the programme promises, who may do what, and the log that nobody can change; then every page by axe. */
import { describe, expect } from 'vitest'
import { accessFaults, journey } from './journey.ts'

describe('PRG-01 PRG-09 the programme', () => {
  journey('a version is read, and its examples agree', async ({ address, staff }) => {
    const page = await staff('pm')
    await page.goto(`${address}/programmes`)
    await page
      .getByRole('link', { name: /第 2 版/ })
      .first()
      .click()
    await page.getByText('没有错误').waitFor()
    await page.getByText(/个例子全部相符/).waitFor()
    await page.getByRole('tab', { name: /^检查/ }).click()
    await page.getByRole('tab', { name: /^例子/ }).click()
    await page.getByText('相符', { exact: true }).first().waitFor()
  })
})

describe('ORG-02 ORG-08 people, roles and the audit log', () => {
  journey('roles say what they may do, and the log verifies', async ({ address, staff }) => {
    const admin = await staff('admin')
    await admin.goto(`${address}/staff?q=assessor1`)
    await admin.getByText('assessor1').first().waitFor()
    await admin.goto(`${address}/roles`)
    await admin.getByText('理赔专员').first().waitFor()
    const page = await staff('compliance')
    await page.goto(`${address}/audit`)
    await page.getByRole('button', { name: '核验全部记录' }).click()
    await page.getByText('完好：没有被改、被删或被插入的记录。').waitFor()
  })
})

describe('POR-04 the workbench for everybody', () => {
  const pages = [
    '/',
    '/reports',
    '/reports/new',
    '/claims',
    '/payments',
    '/payment-batches',
    '/roster',
    '/roster-imports',
    '/person-checks',
    '/programmes',
    '/notices',
    '/staff',
  ]
  journey('axe finds nothing serious on the main pages; what is scrolled to is seen', async ({ address, staff }) => {
    const page = await staff('head')
    const faults: string[] = []
    for (const path of pages) {
      await page.goto(`${address}${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      faults.push(...(await accessFaults(page, ['serious', 'critical'])))
    }
    expect(faults).toEqual([])
    // A refusal above a long form, the next field of the keyboard: what is scrolled to is not behind the top bar.
    await page.goto(`${address}/reports/new`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    const isSeen = await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight)
      const said = document.querySelector('h1')
      said?.scrollIntoView({ block: 'nearest' })
      const { x, y } = said?.getBoundingClientRect() ?? { x: 0, y: 0 }
      return said?.contains(document.elementFromPoint(x + 2, y + 2))
    })
    expect(isSeen).toBe(true)
  })
})
