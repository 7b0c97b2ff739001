/** Elders and families on a small telephone. */
import { describe, expect } from 'vitest'
import type { Page } from 'playwright-core'
import { accessFaults, journey } from './journey.ts'
import { person } from './roster.ts'

const EVERY = ['minor', 'moderate', 'serious', 'critical'] as const

/** Answers about somebody that the phone has kept: there must be none. */
const KEPT_ANSWERS = `caches.keys().then(async (names) => {
  const urls = (await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys())))).flat()
  return urls.filter(({ url }) => url.includes('/api/') && !/(guide|contacts)/.test(url)).length
})`

/** Types the number, has the message sent, and takes the code that the demo shows. */
async function provePhone(page: Page, phone: string): Promise<void> {
  await page.getByLabel('手机号码').fill(phone)
  await page.getByRole('button', { name: '发短信给我' }).click()
  await page.getByRole('button', { name: '填入这个验证码' }).click()
  await page.getByRole('button', { name: '确定' }).click()
}

async function noSidewaysScrolling(page: Page): Promise<void> {
  const root = 'document.documentElement'
  const tooWide = await page.evaluate<boolean>(`${root}.scrollWidth > ${root}.clientWidth`)
  if (tooWide) throw new Error(`${page.url()} is wider than the telephone`)
}

describe('POR-01 POR-04 families', () => {
  journey('a daughter reports and sees where the case stands', async ({ address, phone }) => {
    const page = await phone()
    const faults: string[] = []
    const look = async (): Promise<void> => {
      await noSidewaysScrolling(page)
      faults.push(...(await accessFaults(page, EVERY)))
    }
    const mother = person(4)
    await page.goto(`${address}/portal/`)
    await page.getByRole('heading', { name: '您要办什么？' }).waitFor()
    await look()
    await page.getByRole('link', { name: '我要报案' }).click()
    await look()
    await page.getByRole('button', { name: '我的父母' }).click()
    await page.getByLabel('姓名').fill(mother.name)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('身份证号码').fill(mother.idNumber)
    await page.getByText('号码没有问题。').waitFor()
    await look()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: /^昨天/ }).click()
    await page.getByRole('button', { name: '摔倒' }).click()
    await page.getByRole('button', { name: '家里、屋里' }).click()
    await page.getByRole('button', { name: '住院了（或住过院）' }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '不用，打电话联系我' }).click()
    await page.getByLabel('医院名称').fill('潮南区人民医院')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('经过').fill('在厨房滑倒，腿伤了')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('您的姓名').fill('林小英')
    await page.getByRole('button', { name: '下一步' }).click()
    await look()
    await page.getByRole('button', { name: '没错，报案' }).click()
    await look()
    await provePhone(page, mother.phone)
    await page.getByRole('heading', { name: '我们收到了' }).waitFor()
    await look()
    const caseNo = await page.locator('.no').innerText()
    expect(caseNo).toMatch(/^[A-Z]\d{12}$/)
    await page.getByRole('link', { name: '回首页' }).click()
    await page.getByRole('link', { name: '查进度' }).click()
    await page.getByText(caseNo).waitFor()
    await look()
    expect(faults).toEqual([])
  })

  journey('a report without a network lies on the phone and goes out when it is back', async ({ address, phone }) => {
    const page = await phone()
    const father = person(7)
    await page.goto(`${address}/portal/`)
    await page.getByRole('heading', { name: '您要办什么？' }).waitFor()
    await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
    await page.context().setOffline(true)
    await page.reload()
    await page.getByRole('link', { name: '我要报案' }).click()
    await page.getByRole('button', { name: '我的父母' }).click()
    await page.getByLabel('姓名').fill(father.name)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('身份证号码').fill(father.idNumber)
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: /^昨天/ }).click()
    await page.getByRole('button', { name: '摔倒' }).click()
    await page.getByRole('button', { name: '家里、屋里' }).click()
    await page.getByRole('button', { name: '住院了（或住过院）' }).click()
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '不用，打电话联系我' }).click()
    await page.getByRole('button', { name: '不填，下一步' }).click()
    await page.getByRole('button', { name: '不填，下一步' }).click()
    await page.getByLabel('您的姓名').fill('林小英')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '没错，报案' }).click()
    await page.getByRole('heading', { name: '先存在这部手机里了' }).waitFor()
    const faults = await accessFaults(page, EVERY)
    await page.goto(`${address}/portal/cases`)
    await page.getByText('有 1 件还没有交出去').waitFor()
    await page.context().setOffline(false)
    await page.goto(`${address}/portal/`)
    await page.getByRole('link', { name: '验证手机号' }).click()
    await provePhone(page, father.phone)
    await page.getByText(/存着的报案已经交给我们了，报案号 [A-Z]\d{12}/).waitFor()
    faults.push(...(await accessFaults(page, EVERY)))
    expect(await page.evaluate<number>(KEPT_ANSWERS)).toBe(0)
    expect(faults).toEqual([])
  })

  journey('somebody who uses no pointer finds the guide and the telephone', async ({ address, phone }) => {
    const page = await phone()
    await page.goto(`${address}/portal/`)
    await page.getByRole('heading', { name: '您要办什么？' }).waitFor()
    const go = async (name: string): Promise<void> => {
      for (let steps = 0; steps < 40; steps++) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate<string>('document.activeElement.innerText')
        if (at.startsWith(name)) return page.keyboard.press('Enter')
      }
      throw new Error(`no way to “${name}” by the Tab key`)
    }
    await go('办理指南')
    await page.getByRole('heading', { name: '办理指南', level: 1 }).waitFor()
    expect(await page.evaluate<string>('document.activeElement.innerText')).toBe('办理指南')
    const faults = await accessFaults(page, EVERY)
    await page.goto(`${address}/portal/`)
    await go('打电话找人')
    await page.getByRole('heading', { name: '打电话找人', level: 1 }).waitFor()
    faults.push(...(await accessFaults(page, EVERY)))
    expect(faults).toEqual([])
  })
})
