/** What is printed once a company stands or a link was made anew; a link is shown here and nowhere again. */
import { minuteText } from '@anpei/domain/kernel'
import type { FirstLink } from '@anpei/server/identity'
import type { FoundOptions } from './options.ts'

type Outcome = { readonly tenantId: number | null; readonly links: readonly FirstLink[] }

export function toldOf(options: FoundOptions, { tenantId, links }: Outcome, port: number): string[] {
  return [
    ...('company' in options
      ? [`${options.company.name} 已建立，公司编号 ${tenantId} [founded, company ${tenantId}]`]
      : []),
    ...links.flatMap(({ login, name, token, expiresAt }) => [
      `  ${name}，账号 [account] ${login}，请本人打开以下链接设定密码和动态口令，${minuteText(expiresAt)} 前有效 [valid until]：`,
      `    http://127.0.0.1:${port}/setup?token=${encodeURIComponent(token)}`,
    ]),
    '  用 ANPEI_DEMO=off npm start 启动 [start with ANPEI_DEMO=off npm start]',
  ]
}
