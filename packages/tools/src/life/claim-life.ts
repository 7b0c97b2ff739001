/**
 * One claim from the first notice to the closed file, day by day, each act by the person whose work it is and through
 * the same gates as a request from outside.
 */
import {
  addPapers,
  completeFile,
  createReport,
  declineReport,
  getClaim,
  getReport,
  proposeShares,
  verifyReport,
  type ClaimView,
} from '@anpei/contract/claims'
import { confirmPayee, listPayees, proposePayee } from '@anpei/contract/customers'
import { confirmChange } from '@anpei/contract/identity'
import { parseBankAccount, type bankBinsOf } from '@anpei/domain/customers'
import { addDays } from '@anpei/domain/kernel'
import type { SynthClaim } from '../synth/index.ts'
import { member } from './cast.ts'
import { review } from './claim-decision.ts'
import { accidentTold } from './claim-facts.ts'
import { madeUpPaper } from './papers.ts'
import { schedule, type Insured, type Stage } from './stage.ts'

/** Puts the first act on the agenda; each act puts the next. */
export function liveClaim(stage: Stage, claim: SynthClaim, insured: Insured): void {
  schedule(stage, claim, claim.reportedOn, () => report(stage, claim, insured))
}

async function report(stage: Stage, claim: SynthClaim, insured: Insured): Promise<void> {
  const service = member(stage.cast, stage.draw(4) === 0 ? 'outlet1' : 'service1')
  const family = stage.draw(3) > 0
  const made = await stage.act(service, createReport, {
    body: {
      statedName: insured.name,
      statedIdNumber: insured.idNumber,
      channel: stage.draw(4) === 0 ? 'counter' : 'hotline',
      register: true,
      reporter: family
        ? { name: '家属', phone: insured.phone, relation: 'child' }
        : { name: insured.name, phone: insured.phone, relation: 'self' },
      accident: accidentTold(claim),
    },
  })
  const opened = made.claims[0]
  if (!opened) return schedule(stage, claim, addDays(claim.reportedOn, 1), () => declineUncovered(stage, made.id))
  const lastDay = [
    claim.reportedOn,
    ...claim.stays.map((stay) => stay.dischargedOn),
    ...claim.disabilities.map((one) => one.assessedOn),
  ]
    .sort()
    .at(-1)
  schedule(stage, claim, addDays(lastDay ?? claim.reportedOn, 1 + stage.draw(6)), () =>
    handIn(stage, claim, insured, opened.id),
  )
}

/** Nobody was covered on that day, or it is told twice: a person ends the report with a reason. */
async function declineUncovered(stage: Stage, reportId: string): Promise<void> {
  const service = member(stage.cast, 'service1')
  const view = await stage.act(service, getReport, { params: { reportId } })
  if (view.person && view.can.includes('verify')) {
    await stage.act(service, verifyReport, { params: { reportId }, body: { personId: view.person.id } })
  }
  await stage.act(service, declineReport, {
    params: { reportId },
    body: { reason: view.lookAlikes.length > 0 ? '同一事故已有报案' : '出险日期没有有效保障' },
  })
}

async function handIn(stage: Stage, claim: SynthClaim, insured: Insured, claimId: string): Promise<void> {
  const service = member(stage.cast, 'service1')
  const page = await stage.act(service, getClaim, { params: { claimId } })
  const files = page.documents
    .filter((item) => item.required && item.state === 'missing')
    .map((item) => madeUpPaper(item.code, page.claimNo))
  await stage.act(service, addPapers, { params: { claimId }, body: { channel: 'counter' } }, files)
  await stage.act(service, completeFile, { params: { claimId } })
  await bringAccount(stage, claim, insured, page)
  schedule(stage, claim, addDays(stage.today(), 1 + stage.draw(2)), () => review(stage, claim, claimId))
}

/** After a death the heirs receive, in shares; else the insured person. */
async function bringAccount(stage: Stage, claim: SynthClaim, insured: Insured, page: ClaimView): Promise<void> {
  const { personId } = page
  const heirs =
    claim.deathOn === null
      ? [insured.name]
      : ['伟强', '伟明'].slice(0, 1 + stage.draw(2)).map((given) => `${insured.name.slice(0, 1)}${given}`)
  const known = new Set(page.payees.map((one) => one.holderName))
  // Who was paid before has an account; who died meanwhile left others to the heirs, and they are no use here.
  const receiver =
    claim.deathOn === null ? ({ relation: 'self' } as const) : ({ relation: 'heir', basis: '继承公证书' } as const)
  if (!heirs.some((holder) => known.has(holder))) {
    for (const holderName of heirs) {
      const account = cardOf(`622848${1_000_000_000 + stage.draw(899_999_999)}${10 + stage.draw(90)}`)
      await stage.act(member(stage.cast, 'service1'), proposePayee, {
        params: { personId },
        body: { holderName, ...receiver, account, bank: '中国农业银行' },
      })
    }
  }
  const { payees } = await stage.act(member(stage.cast, 'assessor2'), listPayees, { params: { personId } })
  for (const payee of payees.filter((one) => one.state === 'waiting')) {
    await stage.act(member(stage.cast, 'assessor2'), confirmPayee, { params: { payeeId: payee.id } })
  }
  if (claim.deathOn === null) return
  const receiving = payees.filter((one) => one.relation === 'heir')
  const shareBps = 10_000 / receiving.length
  for (const line of page.lines) {
    const shares = receiving.map((payee) => ({ payeeAccountId: payee.id, shareBps }))
    const { changeId } = await stage.act(member(stage.cast, 'service1'), proposeShares, {
      params: { claimId: page.id },
      body: { lineId: line.id, shares, basis: '继承公证书' },
    })
    await stage.act(member(stage.cast, 'assessor2'), confirmChange, { params: { id: changeId } })
  }
}

const NO_BINS: ReturnType<typeof bankBinsOf> = new Map()

/** A card's number with the check digit that fits. */
function cardOf(digits: string): string {
  const fits = (card: string): boolean => {
    const read = parseBankAccount(card, NO_BINS)
    return read.ok && read.value.warnings.length === 0
  }
  return [...'0123456789'].map((check) => digits + check).find(fits) ?? digits
}
