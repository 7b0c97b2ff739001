import { call, CallFailed } from '@anpei/contract/kernel'
import { listProgrammes } from '@anpei/contract/programme'
import { describe, expect, it } from 'vitest'
import { fieldFaults, faultText, isGone } from './index.ts'
import { newKey, textOf } from './key.ts'
import { isNotPermitted, refusalTo } from './permitted.ts'
import { isSignedOut, pathParts } from './problem.ts'

const refused = new CallFailed(400, {
  code: 'request.malformed',
  message: '提交的内容有误',
  facts: {},
  fields: [{ path: 'accident.kinds.0', message: '至少选一项' }],
})

describe('writes and their refusals', () => {
  it('asks in Chinese, whatever language the browser is in: a refusal stands on a Chinese screen', async () => {
    const asked: (RequestInit | undefined)[] = []
    const fetched: typeof fetch = (_, init) => {
      asked.push(init)
      return Promise.resolve(Response.json({ programmes: [] }))
    }
    await call(listProgrammes, {}, { fetch: fetched })
    expect(asked).toMatchObject([{ headers: { 'accept-language': 'zh-CN' } }])
  })

  it('draws a new key every time, long enough for the server', () => {
    expect(newKey()).not.toBe(newKey())
    expect(newKey()).toMatch(/^[0-9a-f]{36}$/)
  })

  it('tells the same content from other content', () => {
    const file = { field: 'file:application', name: 'a.jpg', file: new Blob(['12']) }
    const same = { field: 'file:application', name: 'a.jpg', file: new Blob(['34']) }
    expect(textOf({ body: { a: 1 } }, [file])).toBe(textOf({ body: { a: 1 } }, [same]))
    expect(textOf({ body: { a: 1 } }, [])).not.toBe(textOf({ body: { a: 2 } }, []))
  })

  it('maps field errors of the server to the fields of a form', () => {
    expect(pathParts('accident.kinds.0')).toEqual(['accident', 'kinds', 0])
    expect(fieldFaults(refused)).toEqual([{ path: ['accident', 'kinds', 0], message: '至少选一项' }])
    expect(fieldFaults(new TypeError('network'))).toEqual([])
  })

  it('takes from the screen what is not there for this reader any more, and keeps it while the network is away', () => {
    const answered = (status: number) => new CallFailed(status, { code: 'request.not_found', message: '', facts: {} })
    expect([404, 403, 409, 500].map((status) => isGone(answered(status)))).toEqual([true, true, false, false])
    expect([isGone(new TypeError('Failed to fetch')), isGone(null)]).toEqual([false, false])
  })

  it('leaves an ended session to the sign-in that covers the page, and a wrong password to its form', () => {
    const refusedAs = (code: string) => new CallFailed(401, { code, message: '', facts: {} })
    expect(isSignedOut(refusedAs('request.sign_in_first'))).toBe(true)
    expect([refusedAs('identity.sign_in_wrong'), new TypeError('x'), null].map(isSignedOut)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('says plainly that the network is gone, and gives the reference of a fault', () => {
    const gone = new TypeError('Failed to fetch')
    expect(faultText(gone)).toBe('连不上服务器，请检查网络后再试。填写的内容还在。')
    expect(faultText(gone, true)).toBe('连不上服务器，请检查网络后再试。')
    const fault = new CallFailed(500, { code: 'fault', message: '系统出错了', facts: {}, reference: 'R-17' })
    expect(faultText(fault)).toBe('系统出错了（编号 R-17）')
  })
})

describe('ORG-04 what a post does not allow is not asked', () => {
  const sleeping = [{ permissions: ['desk.read'], message: '“客服专员”要求的岗前培训合格证未取得或已过期。' }]
  const staff = { kind: 'staff', permissions: ['claim.read'], sleeping } as const
  it.each([
    ['without a session nothing is known', undefined, 'audit.read', null],
    ['a permission of theirs', staff, 'claim.read', null],
    ['what every session may', staff, 'session', null],
    ['one of a role that sleeps (ORG-06)', staff, 'desk.read', '“客服专员”要求的岗前培训合格证未取得或已过期。'],
    ['a permission of others', staff, 'audit.read', '您的岗位没有“查看审计日志”权限。'],
  ] as const)('%s', (_, me, permission, text) => {
    const refusal = refusalTo(me, { permission })
    expect(refusal === null ? null : faultText(refusal)).toBe(text)
    expect(isNotPermitted(refusal)).toBe(text !== null)
  })
})
