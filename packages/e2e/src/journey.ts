/**
 * A journey through the product by people with a browser each. It fails on what they see, and on anything the browser
 * complains about: console errors, exceptions, answers that say no, resources that do not load.
 */
import { readFileSync, existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

const OUT = fileURLToPath(new URL('../out/', import.meta.url))
const DESK = { width: 1440, height: 900 } as const
const PHONE = { width: 360, height: 780 } as const
/** A page that needs longer than this for anything is broken. */
const PATIENCE_MS = 20_000

export type People = {
  readonly address: string
  /** Somebody of the staff at a desk, signed in through the sign-in page. */
  readonly staff: (login: string) => Promise<Page>
  /** Somebody with a telephone. */
  readonly phone: () => Promise<Page>
}

let browser: Browser

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'))
})
afterAll(async () => {
  await browser.close()
})

export function journey(title: string, walk: (people: People) => Promise<void>): void {
  test(title, async () => {
    const complaints: string[] = []
    const pages: { who: string; page: Page }[] = []
    const open = async (who: string, options: Parameters<Browser['newContext']>[0]): Promise<Page> => {
      const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options })
      context.setDefaultTimeout(PATIENCE_MS)
      const page = await context.newPage()
      listen(context, who, complaints)
      pages.push({ who, page })
      return page
    }
    const people: People = {
      address: inject('address'),
      staff: async (login) => {
        const state = join(inject('sessions'), `${login}.json`)
        const page = await open(login, { viewport: DESK, ...(existsSync(state) ? { storageState: state } : {}) })
        await page.goto(inject('address'))
        if (!existsSync(state)) await signIn(page, login, state)
        return page
      },
      phone: () => open('phone', { viewport: PHONE, hasTouch: true, isMobile: true }),
    }
    try {
      await walk(people)
    } catch (error) {
      const shown: string[] = []
      for (const { who, page } of pages) {
        await page.screenshot({ path: join(OUT, `${title}-${who}.png`), timeout: 5_000 }).catch(() => undefined)
        shown.push(await lastWords(who, page))
      }
      const said = complaints.length === 0 ? '' : `\nThe browser said:\n${complaints.join('\n')}`
      throw new Error(`${String(error)}${said}\nLast seen:\n${shown.join('\n')}`, { cause: error })
    } finally {
      for (const { page } of pages) await page.context().close()
    }
    expect(complaints).toEqual([])
  })
}

/** What a page showed at the end: a run on another machine leaves its words, not its pictures. */
async function lastWords(who: string, page: Page): Promise<string> {
  const text = await page
    .locator('body')
    .innerText({ timeout: 5_000 })
    .catch(() => '')
  return `${who} ${page.url()}: ${text.replaceAll(/\s+/g, ' ').slice(-1500)}`
}

/** One sign-in an account and run: a one-time code works once. */
async function signIn(page: Page, login: string, state: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(` ${login} `) }).click()
  await page.getByRole('button', { name: '登录' }).click()
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  await page.context().storageState({ path: state })
}

function listen(context: BrowserContext, who: string, complaints: string[]): void {
  const say = (page: Page | null, text: string): void => {
    // A journey that takes the network away hears of it.
    if (!text.includes('net::ERR_INTERNET_DISCONNECTED')) complaints.push(`${who} ${page?.url() ?? ''}: ${text}`)
  }
  context.on('console', (message) => {
    if (message.type() === 'error') say(message.page(), `${message.text()} ${message.location().url}`)
  })
  context.on('weberror', (fault) => {
    say(fault.page(), fault.error().message)
  })
  context.on('response', (answer) => {
    if (answer.status() >= 400) say(null, `${answer.status()} ${answer.request().method()} ${answer.url()}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    // A page that is left takes its open questions with it.
    if (why !== 'net::ERR_ABORTED') say(null, `${why} ${request.url()}`)
  })
}

const axe = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8')
type Impact = 'minor' | 'moderate' | 'serious' | 'critical'

/** What axe finds on the page as it stands, as lines. The policy forbids foreign scripts: axe comes by the debugger. */
export async function accessFaults(page: Page, impacts: readonly Impact[]): Promise<string[]> {
  // The stream of live words keeps the network busy for ever: what is waited for says so on the page.
  await page.waitForLoadState('load')
  while ((await page.locator('[aria-busy="true"]').count()) > 0) await page.waitForTimeout(100)
  await page.waitForTimeout(300)
  await page.evaluate(axe)
  const found = await page.evaluate<{ id: string; impact: Impact | null; nodes: { html: string }[] }[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then((answer) => answer.violations)',
  )
  return found
    .filter(({ impact }) => impact !== null && impacts.includes(impact))
    .flatMap(({ id, impact, nodes }) =>
      nodes.slice(0, 5).map(({ html }) => `${new URL(page.url()).pathname} ${id} (${impact}): ${html.slice(0, 160)}`),
    )
}
