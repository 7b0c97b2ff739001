/** A colleague and an elder see each other by video: link and code from the message, consent, two moving pictures. */
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { accessFaults, journey } from './journey.ts'
import { person } from './roster.ts'

describe('SRV-09 video help from one browser to another', () => {
  journey('视频协助：约定、发链接、同意后接通，双方都看见对方', async ({ address, staff, phone }) => {
    const desk = await staff('service1')
    await desk.goto(`${address}/visits`)
    await desk.getByRole('button', { name: '登记需求' }).click()
    const asking = desk.getByRole('dialog')
    await asking.getByRole('button', { name: '不在花名册，直接填写' }).click()
    await asking.getByText('视频协助', { exact: true }).click()
    await asking.getByLabel('姓名').fill('陈玉兰')
    await asking.getByLabel('联系电话').fill('13800000177')
    await asking
      .getByRole('button', { name: '登 记' })
      .or(asking.getByRole('button', { name: '登记' }))
      .last()
      .click()
    await desk.getByRole('button', { name: '约定时间' }).click()
    const booking = desk.getByRole('dialog')
    await booking.getByLabel('几点开始').fill(tomorrowAtTen())
    await booking.getByLabel('几点开始').press('Enter')
    await booking.getByText(/李燕玲/).click()
    await booking.getByRole('button', { name: '约定并告知客户' }).click()
    await booking.waitFor({ state: 'hidden' })
    await desk.getByRole('link', { name: '视频', exact: true }).click()
    await desk.getByRole('button', { name: '打开房间并发短信' }).click()
    await desk.getByText('等客户进入').waitFor()

    const { token, code } = await newestMessage(desk, address)
    const elder = await phone()
    await elder.goto(`${address}/portal/video/${token}`)
    const faults = await accessFaults(elder, ['serious', 'critical'])
    await elder.getByLabel('短信里的六位验证码').fill(code)
    await elder.getByRole('button', { name: '我同意，开始视频' }).click()
    await elder.getByText('已接通').waitFor()
    await desk.getByText('已接通').waitFor()
    await moving(desk, '客户画面')
    await moving(elder, '工作人员的画面')
    await elder.getByRole('button', { name: '挂断' }).click()
    await desk.getByText('客户已离开，可等其再次进入').waitFor()
    await desk.getByRole('button', { name: '结束视频' }).click()
    await desk.getByRole('button', { name: '打开房间并发短信' }).waitFor()
    expect(faults).toEqual([])
    await arriveAtDoor(desk, address)
  })
})

/** Whom to visit is looked up by Enter, which sends nothing; an arrival is told once. */
async function arriveAtDoor(visitor: Page, address: string): Promise<void> {
  const who = person(31)
  await visitor.goto(`${address}/visits`)
  await visitor.getByRole('button', { name: '登记需求' }).click()
  const asking = visitor.getByRole('dialog')
  // Looking somebody up by Enter sends nothing: the dialog stays.
  await asking.getByLabel('身份证号、电话或姓名').fill(who.idNumber)
  await asking.getByLabel('身份证号、电话或姓名').press('Enter')
  await asking.getByRole('row', { name: new RegExp(who.name) }).click()
  await asking.getByRole('button', { name: '登记', exact: true }).click()
  await visitor.getByRole('button', { name: '约定时间' }).click()
  const booking = visitor.getByRole('dialog')
  await booking.getByLabel('哪一天').fill(tomorrowAtTen().slice(0, 10))
  await booking.getByLabel('哪一天').press('Enter')
  await booking.getByText(/上午：李燕玲/).click()
  await booking.getByRole('button', { name: '约定并告知客户' }).click()
  await booking.waitFor({ state: 'hidden' })
  await visitor.getByRole('link', { name: '去办理' }).click()
  const told: string[] = []
  visitor.on('request', (sent) => {
    if (sent.url().endsWith('/arrive')) told.push(sent.method())
  })
  const answered = visitor.waitForResponse((answer) => answer.url().endsWith('/arrive'))
  await visitor.getByRole('button', { name: '我到了' }).click()
  await answered
  await visitor.goto(visitor.url().replace(/\/do$/, ''))
  await visitor.getByText('已到达').first().waitFor()
  expect(told).toEqual(['POST'])
  await writeWithoutNetwork(visitor)
}

/** A tablet switched on again at a door without a network opens the visit with what was written; it goes out later. */
async function writeWithoutNetwork(visitor: Page): Promise<void> {
  await visitor.evaluate(async () => navigator.serviceWorker.ready)
  await visitor.goto(`${visitor.url()}/do`)
  await visitor.getByText('已上门，还有后续事项').click()
  await visitor.getByLabel('备注').fill('家门口有狗')
  await visitor.context().setOffline(true)
  await visitor.reload()
  await visitor.getByText('现在没有网络').waitFor()
  expect(await visitor.getByLabel('备注').inputValue()).toBe('家门口有狗')
  await visitor.getByText('家里没人').click()
  await visitor.getByRole('button', { name: '交回记录' }).click()
  await visitor.getByText('记录已保存，等有网络时交回。').waitFor()
  await visitor.getByRole('link', { name: '保存在这台设备上的上门' }).click()
  await visitor.getByText('已写好，等网络恢复后交回').waitFor()
  await visitor.context().setOffline(false)
  await visitor.getByText('已交回 1 份记录。').waitFor()
}

/** A weekday: the hours of the desk. */
function tomorrowAtTen(): string {
  const day = new Date(Date.now() + 8 * 3_600_000 + 86_400_000)
  while (day.getUTCDay() === 0 || day.getUTCDay() === 6) day.setUTCDate(day.getUTCDate() + 1)
  return `${day.toISOString().slice(0, 10)} 10:00`
}

/** As the telephone shows it: the stand-in keeps what it sent. */
async function newestMessage(desk: Page, address: string): Promise<{ token: string; code: string }> {
  const { items } = await (await desk.request.get(`${address}/api/notices?limit=20`)).json()
  const notice = items.find((one: { template: string }) => one.template === 'visit_video')
  const answer = await desk.request.post(`${address}/api/notices/${notice.id}/reveal`, {
    headers: { 'idempotency-key': `video-${notice.id}` },
    data: { reason: '视频协助' },
  })
  const [, token = '', code = ''] = /video\/(\S+) 验证码(\d{6})/.exec((await answer.json()).text) ?? []
  return { token, code }
}

/** Pictures arrive and change: a frozen or black box would not. */
async function moving(page: Page, label: string): Promise<void> {
  const video = page.locator(`video[aria-label="${label}"]`)
  await expect
    .poll(() => video.evaluate((box) => (box instanceof HTMLVideoElement ? box.videoWidth * box.currentTime : 0)), {
      timeout: 15_000,
    })
    .toBeGreaterThan(0)
}
