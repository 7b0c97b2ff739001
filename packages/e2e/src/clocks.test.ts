/** Time promises on the screen: what breaks next, a later day asked for and granted, told to the family. */
import { describe, expect } from 'vitest'
import { daysAgo, fillDay, handInPapers, openTab, reportAccident } from './desk.ts'
import { accessFaults, journey } from './journey.ts'
import { person } from './roster.ts'

describe('CLK-02 CLK-03 CLK-04 CLM-06 promises of time', () => {
  journey('a later day is asked for, granted by a superior without reloading, and told', async ({ address, staff }) => {
    const service = await staff('service1')
    const claim = await reportAccident(service, address, person(6), '下楼时滑倒')
    await handInPapers(service)
    const head = await staff('head')
    await head.goto(`${address}/clocks`)
    await head.getByRole('heading', { name: '时限看板' }).waitFor()
    await head.getByText('资料齐全后三个工作日内审核完毕').first().waitFor()
    const faults = await accessFaults(head, ['serious', 'critical'])
    const bell = head.getByRole('link', { name: /^时限预警/ })
    const unreadBefore = Number(/\d+/.exec((await bell.getAttribute('aria-label')) ?? '')?.[0] ?? 0)

    const assessor = await staff('assessor1')
    await assessor.goto(claim)
    await assessor.getByRole('button', { name: '更多' }).click()
    await assessor.getByRole('menuitem', { name: '申请延期' }).click()
    const dialog = assessor.getByRole('dialog')
    await fillDay(dialog.getByLabel('新的完成日期'), daysAgo(-20))
    await dialog.getByLabel('原因').fill('医院还没有回复病历')
    // Esc drops nothing that was written without asking.
    await assessor.keyboard.press('Escape')
    await dialog.getByText('填写的内容还没有提交').waitFor()
    await dialog.getByRole('button', { name: '申请延期' }).click()
    await assessor.getByText('待批', { exact: true }).waitFor()

    // The superior's bell rings by itself.
    await head.getByRole('link', { name: `时限预警，${unreadBefore + 1} 条未读` }).click()
    await head.getByText('申请延期', { exact: true }).waitFor()
    faults.push(...(await accessFaults(head, ['serious', 'critical'])))
    await head.goto(claim)
    await head.getByRole('button', { name: '批准并告知客户' }).click()
    await head.getByText('已批准并告知', { exact: true }).waitFor()
    await openTab(head, '函件')
    await head.getByText('延期告知书', { exact: true }).waitFor()
    await head.goto(`${address}/calendars`)
    await head.getByRole('heading', { name: '工作日历' }).waitFor()
    await head.getByText('服务网点营业时间').waitFor()
    faults.push(...(await accessFaults(head, ['serious', 'critical'])))
    expect(faults).toEqual([])
  })
})
