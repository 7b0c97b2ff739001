/** What a newcomer sees when everything runs: addresses and demo accounts. */
import { readOrganisation } from '../identity/index.ts'
import type { Settings } from '../settings.ts'

export function printWelcome(log: (line: string) => void, address: string, settings: Settings, seconds: number): void {
  log('')
  log(`  安赔已启动，用时 ${seconds.toFixed(1)} 秒 [Anpei is running, started in ${seconds.toFixed(1)} s]`)
  log(`  工作台 Workbench   ${address}/`)
  log(`  老人与家属 Portal  ${address}/portal/`)
  log(`  接口文档 API docs  ${address}/api/docs`)
  if (settings.demo) {
    const { password, people } = readOrganisation()
    log('')
    log(`  演示账号（密码 ${password}，动态口令在登录页点选即可） [demo accounts; the one-time code is one click on the sign-in page]`)
    for (const person of people.filter((one) => one.tenant === 1)) log(`    ${person.login.padEnd(13)} ${person.name}  ${person.post}`)
  }
  log('')
  log('  按 Ctrl-C 停止 [Ctrl-C stops everything]')
}
