/** A promise is changed on the screen: put forward, its effect seen, published by another, carried to what runs. */
import { describe, expect } from 'vitest'
import { accessFaults, journey } from './journey.ts'

describe('CLK-01 ORG-05 the definition desk', () => {
  journey('one changes a promise, another sees what moves and publishes it', async ({ address, staff }) => {
    const head = await staff('head')
    await head.goto(`${address}/promises`)
    const search = head.getByRole('searchbox', { name: '按名称、依据或编号查找' })
    await search.fill('上门')
    await search.press('Enter')
    await head.getByRole('link', { name: '上门服务二十四小时内约定' }).click()
    await head.getByText(/提出上门服务起 24 小时内须做到“约定上门时间”/).waitFor()
    const faults = await accessFaults(head, ['serious', 'critical'])
    await head.getByRole('button', { name: '修改', exact: true }).click()
    const dialog = head.getByRole('dialog')
    await dialog.getByLabel('时限', { exact: true }).fill('12')
    await dialog.getByText(/提出上门服务起 12 小时内/).waitFor()
    faults.push(...(await accessFaults(head, ['serious', 'critical'])))
    await dialog.getByText('在走的案件也重算').click()
    await dialog.getByLabel('为什么改').fill('老人等不起一天')
    await dialog.getByRole('button', { name: '提交，先看影响' }).click()
    await head.getByText(/看了 \d+ 个在走的案件/).waitFor()

    const pm = await staff('pm')
    await pm.goto(`${address}/promises`)
    faults.push(...(await accessFaults(pm, ['serious', 'critical'])))
    await pm.getByRole('button', { name: '复核发布' }).click()
    await pm.getByRole('button', { name: '复核发布' }).waitFor({ state: 'detached' })
    await pm.goto(`${address}/promises/T06`)
    await pm.getByText(/在走的 \d+ 个案件已重算完毕/).waitFor()
    await pm.getByText('12 小时').first().waitFor()
    expect(faults).toEqual([])
  })
})
