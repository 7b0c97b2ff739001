/** What a newcomer sees when everything runs: addresses and, in the demo, its accounts. */
import { readOrganisation } from '@anpei/server/identity'

export function printWelcome(log: (line: string) => void, address: string, seconds: number, demo: boolean): void {
  const lines = [
    '',
    `  安赔已启动，用时 ${seconds.toFixed(1)} 秒 [Anpei is running, started in ${seconds.toFixed(1)} s]`,
    `  工作台 Workbench   ${address}/`,
    `  老人与家属 Portal  ${address}/portal/`,
    `  接口文档 API docs  ${address}/api/docs`,
    '',
    ...(demo ? accounts() : []),
    '  按 Ctrl-C 停止 [Ctrl-C stops everything]',
  ]
  for (const line of lines) log(line)
}

function accounts(): readonly string[] {
  const { password, people } = readOrganisation()
  return [
    `  演示账号，密码 ${password}，动态口令在登录页点选即填`,
    '  [demo accounts; the one-time code is one click on the sign-in page]',
    ...people.map((person) => `    ${person.login.padEnd(13)} ${person.name}  ${person.post}`),
    '',
  ]
}
