/** A denial is proposed by the machine and made by people; the letter names reasons and every remedy. */
import { describe, expect } from 'vitest'
import { atStep, fillAssessment, handInPapers, judgePapers, openTab, reportAccident } from './desk.ts'
import { accessFaults, journey } from './journey.ts'
import { person } from './roster.ts'

describe('CLM-08 CLM-10 CLM-11 ORG-05 a denial', () => {
  journey('drunk: nobody approves the own proposal, the letter names the remedies', async ({ address, staff }) => {
    const service = await staff('service1')
    const claim = await reportAccident(service, address, person(1), '酒后在路边摔倒')
    await handInPapers(service)
    const assessor = await staff('assessor1')
    await assessor.goto(claim)
    await judgePapers(assessor)
    await fillAssessment(assessor)
    await assessor.getByRole('checkbox', { name: /^醉酒/ }).check()
    await assessor.getByText('提交审批前须写明依据').waitFor()
    await assessor.getByLabel('醉酒：依据').fill('血液酒精检测报告')
    await assessor.getByText('建议不予给付').first().waitFor()
    const faults = await accessFaults(assessor, ['serious', 'critical'])
    await assessor.getByRole('button', { name: '保存认定与计算' }).click()
    await assessor.getByText('已保存').waitFor()
    await openTab(assessor, '决定与审批')
    // Nothing is denied unless a person says so, with a reason.
    expect(await assessor.getByRole('button', { name: '提交审批' }).isDisabled()).toBe(true)
    await assessor.getByText('不予给付', { exact: true }).click()
    await assessor.getByLabel('不予给付的原因').click()
    await assessor.locator('.ant-select-dropdown:visible').getByText(/醉酒/).click()
    await assessor.keyboard.press('Escape')
    await assessor.getByRole('button', { name: '提交审批' }).click()
    await atStep(assessor, '审批')

    // The one who proposed sees no button, and the server says no as well.
    await assessor.getByText('须由提交人之外、权限足够的人审批。').waitFor()
    expect(await assessor.getByRole('button', { name: '同意' }).count()).toBe(0)
    const view: unknown = await (await assessor.request.get(claim.replace('/claims/', '/api/claims/'))).json()
    const refused = await assessor.request.post(`${address}/api/proposals/${proposalIn(view)}/approve`, {
      data: { comment: '' },
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
    expect(refused.status()).toBe(403)

    const underwriter = await staff('underwriter1')
    await underwriter.goto(claim)
    await underwriter.getByRole('button', { name: '同意' }).click()
    await atStep(underwriter, '通知与支付')
    await openTab(underwriter, '函件')
    await underwriter.getByText('拒绝给付通知书', { exact: true }).waitFor()
    await underwriter.getByRole('button', { name: '看文字' }).click()
    const letter = await underwriter.locator('.ap-letter-text').innerText()
    for (const said of ['醉酒', '投诉', '复议', '诉讼', '12378']) expect(letter).toContain(said)
    faults.push(...(await accessFaults(underwriter, ['serious', 'critical'])))
    expect(faults).toEqual([])
  })
})

function proposalIn(view: unknown): string {
  const found = /"proposal":\{"id":"([0-9a-f-]{36})"/.exec(JSON.stringify(view))?.[1]
  if (!found) throw new Error('the claim has no proposal')
  return found
}
