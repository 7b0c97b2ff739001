import { confirmChange } from '@anpei/contract/identity'
import { listVillageAreas, proposeVillageAreas, requestVisit } from '@anpei/contract/visits'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectRefusal } from '../testing/index.ts'
import { openField, XIASHAN, type Field } from './visits.fixture.ts'

describe('CLM-02 T14 villages are urban or suburban as the sponsor confirms it', () => {
  let field: Field
  beforeAll(async () => {
    field = await openField()
  })
  afterAll(() => field.world.close())
  const village = (villageCode: string, area: 'urban' | 'suburban' = 'suburban') => ({ villageCode, area })
  const body = { fromOn: '2026-11-01', source: '民政局函〔2026〕8号', villages: [village(XIASHAN)] }

  it('in force from its day once the sponsor has confirmed it; a later letter ends the earlier', async () => {
    const pm = await field.world.as('pm')
    const sponsor = await field.world.as('sponsor')
    const confirm = async (change: Partial<typeof body>) => {
      const { changeId } = await pm(proposeVillageAreas, { body: { ...body, ...change } })
      await expectRefusal(pm(confirmChange, { params: { id: changeId } }), 'request.not_found')
      await sponsor(confirmChange, { params: { id: changeId } })
    }
    await confirm({})
    const scene = () => field.desk(requestVisit, { body: { kind: 'on_site', channel: 'report', personId: field.chen } })
    const minutes = ({ dueAt }: { dueAt: string | null }) =>
      (Date.parse(dueAt ?? '') - Date.parse(field.world.clock.now())) / 60_000
    expect(minutes(await scene())).toBe(120)
    await confirm({ fromOn: '2026-11-23', villages: [village(XIASHAN, 'urban')] })
    expect(minutes(await scene())).toBe(60)
    const areas = await field.desk(listVillageAreas, { query: { town: '440514001' } })
    expect(areas.known).toBe(1)
    expect(areas.items.find((one) => one.villageCode === XIASHAN)).toMatchObject({ area: 'urban', source: body.source })
  })

  it('refuses a village twice and one that is none', async () => {
    const pm = await field.world.as('pm')
    const propose = (villages: typeof body.villages) => pm(proposeVillageAreas, { body: { ...body, villages } })
    await expectRefusal(propose([village(XIASHAN), village(XIASHAN)]), 'visit.village_twice')
    await expectRefusal(propose([village('440514999999')]), 'visit.village_unknown')
  })
})
