/** The service desk: a message nobody has is taken and answered, an enquiry by telephone becomes a claim. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { accessFaults, journey } from './journey.ts'
import { person } from './roster.ts'

const KEY = 'idempotency-key'

/** A partner's program hands in what a customer wrote there. */
async function writeIn(admin: Page, address: string, text: string): Promise<void> {
  const made = await admin.request.post(`${address}/api/api-keys`, {
    data: { name: '合作方小程序', permissions: ['desk.inbound'], expiresAt: null },
    headers: { [KEY]: crypto.randomUUID() },
  })
  const { key }: { key: string } = await made.json()
  const sent = await fetch(`${address}/api/desk/inbound`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}`, [KEY]: crypto.randomUUID() },
    body: JSON.stringify({ messageId: 'm1', conversationKey: 'c1', channel: 'app', from: { name: '林小姐' }, text }),
  })
  expect(sent.status).toBe(200)
}

describe('SRV-01 SRV-04 SRV-08 SRV-10 the service desk', () => {
  journey('a message is taken, answered and solved; a call is written down and becomes a claim', async (people) => {
    const { address, staff } = people
    const agent = await staff('service1')
    await agent.goto(`${address}/desk?queue=unassigned`)
    await agent.getByRole('button', { name: '受理' }).first().waitFor()
    // It comes by itself.
    await writeIn(await staff('admin'), address, '您好，意外住院一天补多少钱？')
    await agent
      .getByRole('row', { name: /意外住院一天补多少钱/ })
      .getByRole('button', { name: '受理' })
      .click()
    const answer = agent.getByRole('textbox', { name: '给客户的答复' })
    await answer.fill('肯定能赔，您等着。')
    await agent.getByText('“肯定能赔”').waitFor()
    // A half-written reply outlives the window.
    await agent.getByText('草稿已保存').waitFor()
    await agent.reload()
    await agent.getByText('肯定能赔，您等着。').waitFor()
    await answer.fill('您好，我是客服李燕玲。按住院天数补贴，具体等资料齐了算给您看。')
    await agent.getByRole('list', { name: '用语提示' }).waitFor({ state: 'hidden' })
    await agent.getByRole('button', { name: '发送' }).click()
    await agent.getByText('已答复', { exact: true }).waitFor()
    expect(await accessFaults(agent, ['serious', 'critical'])).toEqual([])
    await agent.getByRole('button', { name: '客户说已解决' }).click()
    // It is classified before it is solved.
    await agent.getByRole('dialog').getByLabel('归类').click()
    await agent.locator('.ant-select-dropdown:visible').getByText('住院津贴怎么算、怎么领').click()
    await agent.getByRole('dialog').getByRole('button', { name: '已解决' }).click()
    await agent.getByRole('dialog').waitFor({ state: 'hidden' })
    await agent.locator('.dk-head').getByText('已解决', { exact: true }).waitFor()

    const who = person(11)
    await agent.goto(`${address}/desk`)
    await agent.getByRole('button', { name: '登记来电、来访' }).click()
    const dialog = agent.getByRole('dialog')
    await dialog.getByLabel('客户：边听边查').fill(who.idNumber)
    await agent.locator('.ant-select-dropdown:visible').getByText(who.name).click()
    await dialog.getByLabel('客户怎么说').fill('昨天在菜市场滑倒，住进区人民医院。')
    await dialog.getByRole('button', { name: '登记', exact: true }).click()
    await agent.getByRole('log').getByText('昨天在菜市场滑倒').waitFor()
    await agent.getByRole('button', { name: '更多' }).click()
    await agent.getByRole('menuitem', { name: '转为报案' }).click()
    // Nothing is typed again.
    expect(await dialog.getByLabel('经过').inputValue()).toContain('菜市场滑倒')
    await dialog.getByRole('checkbox', { name: '没有疑问时同时核实并立案' }).check()
    await dialog.getByRole('button', { name: '转为报案' }).click()
    await agent.waitForURL(/\/reports\//)
    await agent.locator('main a[href^="/claims/"]').first().click()
    await agent.getByRole('list', { name: '进度' }).waitFor()
  })
})
