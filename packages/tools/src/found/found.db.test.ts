import {
  confirmChange,
  createStaff,
  finishSetup,
  listStaff,
  openSetupLink,
  viewOrganisation,
  whoAmI,
} from '@anpei/contract/identity'
import { asOwner } from '@anpei/server/db'
import { codeAt, companyNames, foundCompany } from '@anpei/server/identity'
import { openWorld, type Caller, type World } from '@anpei/server/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../demo/index.ts'
import { found } from './found.ts'
import { readOptions, type FoundOptions } from './options.ts'
import { toldOf } from './told.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const HOLDER = ['--holder', '晨光区民政局', '--holder-phone', '0754-80000101']

function asked(kind: string, name: string, login: string, more: readonly string[] = []): FoundOptions {
  const people = ['--login', login, '--admin', '陈明', '--second-login', `${login}.2`, '--second', '李安']
  const options = readOptions(['--kind', kind, '--name', name, '--short', name.slice(0, 4), ...people, ...more])
  if (typeof options === 'string') throw new Error(options)
  return options
}

async function begun(options: FoundOptions) {
  const outcome = await found(world, options)
  if (!outcome.ok) throw new Error(outcome.sentence)
  return outcome
}

/** Sets password and second factor by a first link, and signs in with them. */
async function enter(token: string): Promise<Caller> {
  const { secondFactorSecret } = await world.anyone(openSetupLink, { body: { token } })
  const code = codeAt(secondFactorSecret, world.clock.now())
  const password = 'a-good-password'
  const { login } = await world.anyone(finishSetup, { body: { token, password, code } })
  const answer = await world.server.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { login, password, code },
  })
  const session = answer.cookies.find((cookie) => cookie.name === 'anpei_session')?.value
  return world.with({ cookie: `anpei_session=${session}` }, login)
}

async function enterAll(tokens: readonly { readonly token: string }[]): Promise<[Caller, Caller]> {
  const [first, second] = tokens
  if (!first || !second) throw new Error('two links were to be given')
  return [await enter(first.token), await enter(second.token)]
}

const namesHere = () => asOwner(world.url, companyNames)

describe('ORG-01 ORG-04 npm run found', () => {
  it('founds nothing beside the demo, whose passwords everybody knows', async () => {
    const before = await namesHere()
    const outcome = await found(world, asked('broker', '晨光保险经纪有限公司', 'chen'))
    expect(outcome).toMatchObject({ ok: false, sentence: expect.stringContaining('演示数据') })
    expect(await namesHere()).toEqual(before)
  })

  describe('where no demo is', () => {
    beforeAll(() => asOwner(world.url, (db) => sql`update tenant set name = '旧' || name`.execute(db)))

    it('the first two set their passwords, sign in, and take somebody in together', async () => {
      const options = asked('insurer', '晨光财产保险股份有限公司', 'chen', HOLDER)
      const outcome = await begun(options)
      expect(outcome.tenantId).toBe(4)
      expect(toldOf(options, outcome, 4600).join('\n')).toContain('http://127.0.0.1:4600/setup?token=4.')
      const [admin, second] = await enterAll(outcome.links)
      expect(await admin(whoAmI, {})).toMatchObject({ kind: 'staff', name: '陈明' })
      const [office] = (await admin(viewOrganisation, {})).institutions
      const place = { institutionId: office?.id ?? '', departmentId: null, supervisorId: null, deputyId: null }
      const body = { ...place, login: 'wang', name: '王新', post: '理赔专员', languages: ['zh'], skills: [] }
      const made = await admin(createStaff, { body: { ...body, roles: ['assessor'] } })
      await second(confirmChange, { params: { id: made.changeId ?? '' } })
      const staff = (await admin(listStaff, { query: {} })).items
      expect(staff.find(({ login }) => login === 'wang')?.roles).toMatchObject([{ code: 'assessor' }])
      const laid = await world.app.pool.withTenant(4, async ({ client }) => {
        const events = await client.query('select actor_kind, source from event where name = $1', ['company.founded'])
        const holders = await client.query('select distinct holder_name from policy')
        const tables = await client.query('select from decision_table')
        return { events: events.rows, holders: holders.rows, tables: tables.rowCount }
      })
      expect(laid).toMatchObject({
        events: [{ actor_kind: 'system', source: 'found' }],
        holders: [{ holder_name: '晨光区民政局' }],
      })
      expect(laid.tables).toBeGreaterThan(0)
    })

    it('and the demo is not laid in beside a real company', async () => {
      const before = await namesHere()
      const demo = loadDemo(world.app, { people: 1, url: world.url, assemble: () => world.app }, () => undefined)
      await expect(demo).rejects.toMatchObject({ sentence: expect.stringContaining('ANPEI_DEMO=off') })
      expect(await namesHere()).toEqual(before)
    })

    it('a second company on the same installation sees nobody of the first', async () => {
      const { links } = await begun(asked('agency', '远山保险代理有限公司', 'yuan'))
      const [admin] = await enterAll(links)
      expect((await admin(listStaff, { query: {} })).items.map(({ login }) => login).sort()).toEqual(['yuan', 'yuan.2'])
    })

    it('refuses a name or an account that is there, and changes nothing', async () => {
      const before = await namesHere()
      const same = await found(world, asked('agency', '远山保险代理有限公司', 'other'))
      expect(same).toMatchObject({ ok: false, sentence: expect.stringContaining('“远山保险代理有限公司”已在使用') })
      const login = await found(world, asked('broker', '晨光保险经纪有限公司', 'chen'))
      expect(login).toMatchObject({ ok: false, sentence: expect.stringContaining('账号“chen”已有人使用') })
      expect(await namesHere()).toEqual(before)
    })

    it('a lost first link is replaced, until a password is set', async () => {
      const { links } = await begun(asked('broker', '江河保险经纪有限公司', 'jiang'))
      const fresh = await begun({ renew: 'jiang' })
      await expect(enter(links[0]?.token ?? '')).rejects.toThrow()
      await enter(fresh.links[0]?.token ?? '')
      expect(await found(world, { renew: 'jiang' })).toMatchObject({ ok: false })
      expect(await found(world, { renew: 'nobody' })).toMatchObject({ ok: false })
    })

    it('what fails half way leaves no company behind', async () => {
      const before = await namesHere()
      const options = asked('broker', '半途保险经纪有限公司', 'half')
      if (!('company' in options)) throw new Error('a company was to be asked for')
      const broken = foundCompany(world, options.company, () => Promise.reject(new Error('half way')))
      await expect(broken).rejects.toThrow('half way')
      expect(await namesHere()).toEqual(before)
    })
  })
})
