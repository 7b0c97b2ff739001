import { getClaim, saveAssessment } from '@anpei/contract/claims'
import { adjudicateDoorCase, parseProgrammeVersion, type ProgrammeVersion } from '@anpei/domain/programme'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadStandards } from '../../programme/index.ts'
import { arrange, expectRefusal, openWorld, testPeople, type Caller, type World } from '../../testing/index.ts'
import { approve, assessAndPropose, inTx, input, openCase, stay } from '../decision/decisions.fixture.ts'
import { judgeBy, judgeKept } from './judge.ts'
import { latestAssessment } from './store-assessments.ts'
import type { ClaimRecord } from '../store-claims.ts'

const versions = ['2025-10-01', '2026-10-01'].map((name): ProgrammeVersion => {
  const parsed = parseProgrammeVersion(
    JSON.parse(readFileSync(new URL(`../../../../../config/programmes/chaonan/${name}.json`, import.meta.url), 'utf8')),
  )
  if (!parsed.ok) throw new Error(parsed.code)
  return parsed.value
})

function claimOf(kind: string, accidentOn: string): ClaimRecord {
  return {
    id: 'c',
    claimNo: 'P',
    reportId: 'r',
    programmeId: 'g',
    versionId: 'v',
    personId: 'p',
    villageCode: null,
    institutionId: 'i',
    state: 'assessing',
    class: 'standard',
    ownerId: null,
    accidentOn,
    vehicle: 'none',
    kinds: [kind],
    receivedAt: '',
    requestedAt: null,
    papersCompletedAt: null,
    decidedAt: null,
    revision: 0,
    reopenedCount: 0,
    salt: Buffer.alloc(0),
    sealed: Buffer.alloc(0),
    lines: [],
  }
}

const dayOf = (n: number) => new Date(Date.UTC(2025, 10, 1) + n * 86_400_000).toISOString().slice(0, 10)
const anyAnswer = fc.constantFrom('yes', 'yes', 'yes', 'yes', 'yes', 'no', 'partly')
const anyCase = fc.record({
  kind: fc.constantFrom('death', 'disability', 'hospital'),
  accident: fc.integer({ min: -60, max: 500 }),
  deathAfter: fc.option(fc.integer({ min: -5, max: 200 })),
  vehicle: fc.constantFrom('none', 'private', 'commercialRoad', 'rail', 'ship', 'air', 'undecided'),
  tests: fc.record({ external: anyAnswer, sudden: anyAnswer, unintended: anyAnswer, nonDisease: anyAnswer }),
  exclusions: fc.array(fc.constantFrom('drunk', 'brawl', 'suicide', 'unheard'), { maxLength: 1 }),
  stays: fc.array(
    fc.tuple(
      fc.integer({ min: -2, max: 200 }),
      fc.integer({ min: -1, max: 120 }),
      fc.constantFrom(1, 2, 3, null),
      fc.boolean(),
    ),
    { maxLength: 4 },
  ),
  places: fc.array(
    fc.tuple(
      fc.option(fc.integer({ min: 1, max: 10 })),
      fc.constantFrom(null, '7.3-09', '1.1-02', 'no'),
      fc.constantFrom('手', '脚', '眼'),
      fc.integer({ min: 0, max: 200 }),
    ),
    { maxLength: 4 },
  ),
  paidDays: fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 })), { maxLength: 3 }),
  paidFen: fc.integer({ min: 0, max: 300_000 }),
})

describe('CLM-09 the server calculates as the command-line door does', () => {
  it('for 1,000 cases of any kind', () => {
    const outcomes = new Set<string>()
    fc.assert(
      fc.property(anyCase, (made) => {
        const accidentOn = dayOf(made.accident)
        const version =
          versions.find(
            (one) => one.inForceFrom <= accidentOn && (one.inForceTo === null || accidentOn <= one.inForceTo),
          ) ?? versions[0]
        if (!version) throw new Error('no version')
        const deathOn = made.deathAfter === null ? null : dayOf(made.accident + made.deathAfter)
        const stays = made.stays.map(([from, length, hospitalLevel, recognised]) => ({
          hospital: '',
          admittedOn: dayOf(made.accident + from),
          dischargedOn: dayOf(made.accident + from + length),
          hospitalLevel,
          recognised,
          hospitalId: null,
          levelReason: '',
          register: null,
        }))
        const disabilities = made.places.map(([grade, item, part, after]) => ({
          grade,
          item,
          part,
          nature: null,
          assessedOn: dayOf(made.accident + after),
        }))
        const cover = [{ from: '2025-10-01', to: '2026-12-31' }]
        const days = made.paidDays.map(([from, length]) => ({ from: dayOf(from), to: dayOf(from + length) }))
        const { assessed } = judgeBy(
          version,
          claimOf(made.kind, accidentOn),
          {
            birthOn: '1940-01-01',
            diedOn: null,
            cover,
            definitionHash: '',
            usage: {
              days: days.map((span) => ({ lineId: 'x', ...span })),
              sums: [{ lineId: 'x', benefit: 'disability', accidentOn, paidFen: BigInt(made.paidFen) }],
            },
          },
          {
            accidentTest: { ...made.tests, evidence: { external: '', sudden: '', unintended: '', nonDisease: '' } },
            exclusions: made.exclusions,
            vehicle: made.vehicle,
            exclusionEvidence: {},
            vehicleEvidence: '',
            deathOn,
            stays,
            disabilities,
          },
        )
        const said = { yes: true, no: false, partly: 'partly' }
        const door = adjudicateDoorCase(
          {
            programme: 'chaonan',
            kind: made.kind,
            accidentOn,
            cover,
            birthOn: '1940-01-01',
            vehicle: made.vehicle,
            deathOn,
            exclusions: made.exclusions,
            stays,
            disabilities,
            accidentTest: Object.fromEntries(
              Object.entries(made.tests).map(([question, answer]) => [question, said[answer]]),
            ),
            history: { allowanceDays: days, disabilityPaidFen: made.paidFen },
          },
          new Map([['chaonan', versions]]),
          loadStandards(),
        )
        const mine = assessed.kinds[0]?.adjudication
        outcomes.add(`${made.kind}/${door.outcome}`)
        expect({
          outcome: mine?.outcome,
          payableFen: mine?.payableFen,
          reasons: mine?.reasons,
          lines: mine?.lines,
        }).toEqual({ outcome: door.outcome, payableFen: door.payableFen, reasons: door.reasons, lines: door.lines })
      }),
      { numRuns: 1000, seed: 20261123 },
    )
    expect(outcomes.size).toBeGreaterThanOrEqual(8)
  })
})

describe('CLM-09 a kept assessment', () => {
  let world: World
  let assessor: Caller
  let service: Caller
  beforeAll(async () => {
    world = await openWorld()
    assessor = await world.as('assessor1')
    service = await world.as('service1')
  })
  afterAll(() => world.close())

  it('is a new revision each time, and gives the same sum when calculated again from what is sealed', async () => {
    const one = await openCase(world, service, testPeople.chen, {
      accidentOn: '2026-10-10',
      cause: 'fall',
      kinds: ['hospital'],
    })
    const save = (to: string) =>
      assessor(saveAssessment, { params: { claimId: one.id }, body: input({ stays: [stay('2026-10-10', to)] }) })
    expect(await save('2026-10-12')).toMatchObject({ revision: 1, payableFen: 9000, outcome: 'pay' })
    expect(await save('2026-10-14')).toMatchObject({
      revision: 2,
      payableFen: 15000,
      kinds: [{ lines: [{ days: 5 }] }],
    })
    const page = await assessor(getClaim, { params: { claimId: one.id } })
    expect(page.assessment).toMatchObject({ revision: 2, madeBy: '黄晓敏', payableFen: 15000 })
    const again = await inTx(world, async (tx) => {
      const kept = await latestAssessment(tx.db, 1, tx.vault, one.id)
      if (!kept) throw new Error('nothing was kept')
      return judgeKept(tx, kept.content)
    })
    expect(again).toMatchObject({ sameDefinition: true, assessed: { payableFen: 15000n } })
  })

  it('CLM-07 says that another case of the person is open, which alone makes a case complex', async () => {
    const kinds = ['hospital' as const]
    await openCase(world, service, testPeople.lin, { accidentOn: '2026-09-01', cause: 'fall', kinds })
    const second = await openCase(world, service, testPeople.lin, { accidentOn: '2026-10-20', cause: 'bump', kinds })
    const body = input({ stays: [stay('2026-10-20', '2026-10-22')] })
    const { routing } = await assessor(saveAssessment, { params: { claimId: second.id }, body })
    expect(routing).toMatchObject({
      class: 'complex',
      approvalSteps: 2,
      historyCount: 1,
      openCount: 1,
      riskReasons: [],
    })
  })

  it('CLM-07 routes by injury, evidence and risk points, and says so to those who judge, to nobody else', async () => {
    const one = await openCase(world, service, testPeople.wu, {
      accidentOn: '2025-10-10',
      cause: 'fall',
      kinds: ['disability'],
      injuryCode: 'S72',
    })
    const params = { claimId: one.id }
    const severe = { item: null, grade: 3, part: '右腿', nature: null, assessedOn: '2026-02-01' }
    const saved = await assessor(saveAssessment, { params, body: input({ disabilities: [severe] }) })
    expect(saved.routing).toMatchObject({
      class: 'complex',
      approvalSteps: 2,
      injuryGrade: 3,
      injuryCode: 'S72',
      evidenceComplete: true,
      riskScore: 45,
      riskReasons: [
        { title: '保障开始后 30 天内出险', points: 25 },
        { title: '出险后超过 60 天才报案', points: 20 },
      ],
    })
    expect(saved.routing?.missingPapers).toBeGreaterThan(0)
    const seenBy = async (caller: Caller) => (await caller(getClaim, { params })).assessment?.routing
    expect(await seenBy(await world.as('underwriter1'))).toEqual(saved.routing)
    expect(await seenBy(service)).toBeNull()
  })

  it('is not possible once the claim waits for approval, and only for those who may', async () => {
    const one = await openCase(world, service, testPeople.lin, {
      accidentOn: '2026-10-10',
      cause: 'fall',
      kinds: ['hospital'],
    })
    const body = input({ stays: [stay('2026-10-10', '2026-10-12')] })
    const made = await assessAndPropose(assessor, one, body)
    await expectRefusal(assessor(saveAssessment, { params: { claimId: one.id }, body }), 'lifecycle.not_possible')
    await expectRefusal(service(saveAssessment, { params: { claimId: one.id }, body }), 'request.not_permitted')
    await approve(world, made.proposalId, 'underwriter1')
  })

  it('CLM-07 gives points for five claims of others from the village within seven days, none for four', async () => {
    const claimed = (person: (typeof testPeople)[keyof typeof testPeople], accidentOn: string) =>
      openCase(world, service, person, { accidentOn, cause: 'fall', kinds: ['hospital'] })
    const mine = await claimed(testPeople.wu, '2026-10-10')
    const body = input({ stays: [stay('2026-10-10', '2026-10-12')] })
    const fromTheVillage = async () => {
      await arrange(
        world,
        `update claim set (village_code, received_at) =
        (select c.village_code, c.received_at from claim c where c.id = $1)`,
        [mine.id],
      )
      const { routing } = await assessor(saveAssessment, { params: { claimId: mine.id }, body })
      return routing?.riskReasons.filter(({ title }) => title.startsWith('同一村'))
    }
    expect(await fromTheVillage()).toEqual([])
    await claimed(testPeople.chen, '2026-10-12')
    expect(await fromTheVillage()).toEqual([{ title: '同一村（居）前后 7 天另有 5 件及以上赔案', points: 25 }])
  })
})
