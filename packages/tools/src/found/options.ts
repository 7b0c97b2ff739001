/** What `npm run found` is asked. */
import { parseArgs } from 'node:util'
import type { NewCompany } from '@anpei/server/identity'
import type { PolicyHolder } from '@anpei/server/programme'

export type FoundOptions =
  | { readonly renew: string }
  /** `holder`: who takes out an insurer's first policies; null for brokers and agencies, who have none. */
  | { readonly company: NewCompany; readonly holder: PolicyHolder | null }

export const USAGE = `用法 [usage]:
  npm run found -- --kind insurer|broker|agency --name 公司全称 --short 简称 \\
    --login admin --admin 系统管理员姓名 --second-login security --second 安全管理员姓名 \\
    --holder 投保人名称 --holder-phone 电话（仅保险公司 [insurers only]）
  npm run found -- --link admin      首次登录链接丢失或过期，另开一个 [a new first link]`

const NAMES = 'kind name short login admin second-login second holder holder-phone link'.split(' ')
const KINDS = ['insurer', 'broker', 'agency'] as const
/** As on the screen on which staff are taken in. */
const LOGIN = /^[a-z][a-z0-9._-]{1,39}$/

/** The options, or what is wrong with them. */
export function readOptions(args: readonly string[]): FoundOptions | string {
  const given = valuesOf(args)
  if (typeof given === 'string') return given
  if (given.link !== undefined) return Object.keys(given).length === 1 ? { renew: given.link } : wrong('--link')
  const kind = KINDS.find((one) => one === given.kind)
  if (!kind) return wrong('--kind')
  const { name, short, login, admin, second, holder } = given
  const secondLogin = given['second-login']
  const phone = given['holder-phone']
  if (!name) return wrong('--name')
  if (!short) return wrong('--short')
  if (!login || !LOGIN.test(login)) return wrong('--login')
  if (!admin) return wrong('--admin')
  if (!secondLogin || !LOGIN.test(secondLogin) || secondLogin === login) return wrong('--second-login')
  if (!second) return wrong('--second')
  if (kind === 'insurer' ? !holder : holder !== undefined) return wrong('--holder')
  if (kind === 'insurer' ? !phone : phone !== undefined) return wrong('--holder-phone')
  const founders = { admin: { login, name: admin }, security: { login: secondLogin, name: second } }
  return {
    company: { kind, name, shortName: short, ...founders },
    holder: holder && phone ? { name: holder, phone } : null,
  }
}

function valuesOf(args: readonly string[]): Record<string, string | undefined> | string {
  try {
    const options = Object.fromEntries(NAMES.map((name) => [name, { type: 'string' } as const]))
    const { values } = parseArgs({ args: [...args], options })
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value).trim()]))
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}

const wrong = (option: string): string => `选项 ${option} 缺少或不对 [${option} is missing or wrong]`
