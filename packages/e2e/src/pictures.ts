/**
 * Takes the two pictures of the README from a running demo: start the product, then
 * `CHROMIUM_PATH=… node packages/e2e/src/pictures.ts [address]`.
 */
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { BROWSER_ARGS, browserPath } from './browser.ts'

const address = process.argv[2] ?? 'http://127.0.0.1:4600'
const images = fileURLToPath(new URL('../../../docs/images/', import.meta.url))

const browser = await chromium.launch({ executablePath: browserPath(), args: [...BROWSER_ARGS] })
const look = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' } as const

const desk = await browser.newPage({ ...look, viewport: { width: 1440, height: 900 } })
await desk.goto(address)
await desk.getByRole('button', { name: / head / }).click()
await desk.getByRole('button', { name: '登录' }).click()
await desk.getByRole('link', { name: '赔案', exact: true }).click()
await desk.getByRole('table').locator('tbody tr').nth(3).waitFor()
await desk.screenshot({ path: `${images}workbench.png` })

const phone = await browser.newPage({ ...look, viewport: { width: 360, height: 780 }, isMobile: true, hasTouch: true })
await phone.goto(`${address}/portal/`)
await phone.getByRole('link', { name: '我要报案' }).waitFor()
await phone.screenshot({ path: `${images}portal.png` })
await browser.close()
