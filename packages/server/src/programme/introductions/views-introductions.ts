/** Introductions as screens see them (SRV-07): a list, and one with needs, comparison, proposal, sheets and proofs. */
import type {
  getIntroduction as getRoute,
  IntroductionItem,
  IntroductionView,
  listIntroductions as listRoute,
  listProducts as productsRoute,
} from '@anpei/contract/programme'
import type { Answer, Input } from '@anpei/contract/kernel'
import { maskIdNumber, maskPhone, proposeSteps, type FormDefinition } from '@anpei/domain/customers'
import { holds, isPermission, ok, transitionsFrom, type Decision } from '@anpei/domain/kernel'
import {
  CORE_ANSWERS,
  introductionLifecycle,
  introductionSheet,
  MISFITS,
  productTable,
  programmeEventCatalogue,
  type IntroductionAct,
} from '@anpei/domain/programme'
import { sql } from 'kysely'
import { formInForce, formView, openSecrets, versionsOf } from '../../customers/index.ts'
import { papersOf } from '../../documents/index.ts'
import { eventsOf, type StoredEvent } from '../../events/index.ts'
import type { Tx } from '../../http/index.ts'
import { pageOf, readCursor, staffNames } from '../../identity/index.ts'
import { nameOf } from './confirm-by.ts'
import { sheetView } from './introduction-sheets.ts'
import { choiceOf, productsOf, productsOnSale, type ProductOnSale } from './products.ts'
import { productName, proposalOf } from '../versions/proposal-of.ts'
import {
  countIntroductions,
  findIntroduction,
  introductionsWhere,
  type IntroductionRecord,
} from './store-introductions.ts'

export async function listProducts(tx: Tx): Promise<Decision<Answer<typeof productsRoute>>> {
  return ok({ products: (await productsOnSale(tx)).map(choiceOf) })
}

export async function listIntroductions(
  tx: Tx,
  { query }: Input<typeof listRoute>,
): Promise<Decision<Answer<typeof listRoute>>> {
  const after = readCursor(query.cursor, 2)
  const asked = sql`${query.open ? sql`i.ended_at is null` : sql`true`}
    and ${query.state ? sql`i.state = ${query.state}` : sql`true`}
    and ${query.personId ? sql`i.person_id = ${query.personId}::uuid` : sql`true`}`
  const beyond = after ? sql`(i.opened_at, i.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`
  const [rows, total] = await Promise.all([
    introductionsWhere(tx, sql`${asked} and ${beyond} order by i.opened_at desc, i.id desc limit ${query.limit + 1}`),
    after ? null : countIntroductions(tx, asked),
  ])
  const [names, products] = await Promise.all([
    namesOf(
      tx,
      rows.map(({ openedBy }) => openedBy),
    ),
    productsOf(tx, [...new Set(rows.flatMap(({ explainedVersion }) => explainedVersion ?? []))]),
  ])
  const known = products.ok ? products.value : []
  return ok(
    pageOf(
      rows,
      query.limit,
      (one) => [one.openedAt, one.id],
      (one) => itemOf(tx, one, known, names),
      total,
    ),
  )
}

export function getIntroduction(tx: Tx, { params }: Input<typeof getRoute>): Promise<Decision<IntroductionView>> {
  return introductionAnswer(tx, params.introductionId)
}

type Names = (who: string | null) => string

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<Names> {
  const names = await staffNames(
    tx.db,
    tx.actor.tenantId,
    ids.filter((who) => who !== null),
  )
  return (who) => (who === null ? '系统' : (names.get(who) ?? '客户'))
}

export async function introductionAnswer(tx: Tx, id: string): Promise<Decision<IntroductionView>> {
  const found = await findIntroduction(tx, id)
  if (!found.ok) return found
  const one = found.value
  const { tenantId } = tx.actor
  const ids = [one.recommendedVersion, one.explainedVersion].flatMap((version) => version ?? [])
  const [all, events, papers, form] = await Promise.all([
    productsOf(tx, [...one.compared, ...ids]),
    eventsOf(tx.db, tenantId, one.id),
    papersOf(tx.db, tenantId, [one.id], null),
    formInForce(tx.db, tenantId, 'needs_and_budget'),
  ])
  if (!all.ok) return all
  const products = all.value.filter(({ versionId }) => one.compared.includes(versionId))
  const names = await namesOf(tx, [
    one.openedBy,
    one.recommendedBy,
    one.explainedBy,
    one.handedBy,
    ...events.map(byStaff),
  ])
  return ok({
    ...itemOf(tx, one, all.value, names),
    personId: one.personId,
    lacksCapacity: one.lacksCapacity,
    products: products.map(choiceOf),
    table: productTable(products.map(({ version }) => version)).map((line) => ({ ...line, cells: [...line.cells] })),
    sheets: products.map(({ versionId, version }) => ({ versionId, sections: sheetView(introductionSheet(version)) })),
    form: formView(form),
    needs: await needsOf(tx, one),
    proposal: await proposedView(tx, one, products),
    ...stepsOf(one, all.value, names),
    files: papers.flatMap(({ title, files }) => files.map((file) => ({ id: file.id, title, fileName: file.fileName }))),
    timeline: events.map((event) => ({
      id: event.id,
      at: event.at,
      title: titleOf(event.name, one.introductionNo),
      by: names(byStaff(event)),
      reason: event.reason,
    })),
    can: canOf(tx, one),
  })
}

function itemOf(tx: Tx, one: IntroductionRecord, products: readonly ProductOnSale[], names: Names): IntroductionItem {
  const { personSalt: salt, personSealed: sealed } = one
  const phone = salt && sealed ? openSecrets(tx, { salt, sealed }).phone : one.secret.phone
  return {
    id: one.id,
    introductionNo: one.introductionNo,
    state: one.state,
    stateWord: introductionLifecycle.states[one.state].zh,
    name: nameOf(one),
    phoneMasked: phone ? maskPhone(phone) : '',
    product: one.explainedVersion === null ? null : named(products, one.explainedVersion),
    openedBy: names(one.openedBy),
    openedAt: one.openedAt,
  }
}

function named(products: readonly ProductOnSale[], versionId: string | null): string {
  const product = products.find((one) => one.versionId === versionId)
  return product ? productName(product) : '都不推荐'
}

async function needsOf(tx: Tx, one: IntroductionRecord): Promise<IntroductionView['needs']> {
  const { needs } = one.secret
  if (needs === null) return null
  const versions = await versionsOf(tx.db, tx.actor.tenantId, 'needs_and_budget')
  const form = versions.find(({ version }) => version === needs.version)
  if (!form) throw new Error(`the form of needs and budget lost its version ${needs.version}`)
  return {
    version: needs.version,
    answers: { ...needs.answers },
    lines: linesOf(form, needs.answers),
    hints: proposeSteps(form, needs.answers).map(({ why }) => why),
  }
}

function linesOf(form: FormDefinition, answers: Readonly<Record<string, string>>) {
  return form.fields.flatMap(({ code, label, choices }) => {
    const answer = answers[code]
    if (answer === undefined) return []
    return [{ label, answer: choices.find(([choice]) => choice === answer)?.[1] ?? answer }]
  })
}

/** While it may still be recommended; afterwards the words kept with the recommendation count. */
async function proposedView(
  tx: Tx,
  one: IntroductionRecord,
  products: readonly ProductOnSale[],
): Promise<IntroductionView['proposal']> {
  const proposal = one.state === 'opened' ? await proposalOf(tx, one, products) : null
  if (proposal === null) return null
  return {
    versionId: proposal.versionId,
    reasons: [...proposal.reasons],
    fits: proposal.fits.map(({ versionId, against, reasons }) => ({
      versionId,
      fitting: against.length === 0,
      reasons: reasons.length > 0 ? [...reasons] : against.map((code) => MISFITS[code]),
    })),
  }
}

type Steps = Pick<
  IntroductionView,
  'recommendation' | 'explanation' | 'confirmation' | 'application' | 'handing' | 'answer' | 'returned'
>

function stepsOf(one: IntroductionRecord, products: readonly ProductOnSale[], names: Names): Steps {
  const { secret } = one
  const { recommendation, confirmation } = secret
  const answered = one.answer !== null && one.answeredAt !== null
  return {
    recommendation:
      recommendation && one.recommendedAt
        ? {
            versionId: one.recommendedVersion,
            product: named(products, one.recommendedVersion),
            ...recommendation,
            by: names(one.recommendedBy),
            at: one.recommendedAt,
          }
        : null,
    explanation:
      one.explainedVersion && one.explainedAt && one.channel && one.sheet
        ? {
            versionId: one.explainedVersion,
            product: named(products, one.explainedVersion),
            channel: one.channel,
            sections: [...(one.explainedSections ?? [])],
            sheet: sheetView(one.sheet),
            note: secret.explainedNote,
            by: names(one.explainedBy),
            at: one.explainedAt,
            asked: secret.asked,
          }
        : null,
    confirmation:
      confirmation && one.confirmedWay && one.confirmedAt
        ? {
            way: one.confirmedWay,
            signer: confirmation.signer,
            signerName: confirmation.signerName,
            basis: confirmation.basis,
            witness: confirmation.witness ? `${confirmation.witness.name}，${confirmation.witness.contact}` : '',
            at: one.confirmedAt,
          }
        : null,
    application: applicationOf(one, products),
    handing:
      one.handedWay && one.handedAt
        ? { way: one.handedWay, by: names(one.handedBy), at: one.handedAt, enrolmentId: one.enrolmentId }
        : null,
    answer:
      answered && one.answer && one.answeredAt
        ? {
            answer: one.answer,
            word: CORE_ANSWERS[one.answer],
            reference: secret.answer?.reference ?? '',
            text: secret.answer?.text ?? '',
            at: one.answeredAt,
          }
        : null,
    returned: answered ? '' : (secret.answer?.text ?? ''),
  }
}

function applicationOf(one: IntroductionRecord, products: readonly ProductOnSale[]): Steps['application'] {
  const { application } = one.secret
  if (application === null || one.appliedAt === null || one.explainedVersion === null) return null
  const { name, idNumber, applicant, beneficiary, ownWish } = application
  return {
    introductionNo: one.introductionNo,
    product: named(products, one.explainedVersion),
    programme: products.find(({ versionId }) => versionId === one.explainedVersion)?.version.programme ?? '',
    versionId: one.explainedVersion,
    name,
    idNumberMasked: maskIdNumber(idNumber),
    applicant,
    beneficiary,
    ownWish,
    signedAt: one.appliedAt,
  }
}

/** The customer's own act happens in the portal; an enrolment's answer comes by its decision. */
function canOf(tx: Tx, one: IntroductionRecord): IntroductionAct[] {
  return transitionsFrom(introductionLifecycle, one.state).filter((act) => {
    const { permission } = introductionLifecycle.transitions[act]
    if (!isPermission(permission) || !holds(tx.actor, permission) || act === 'askAgain') return false
    if (act === 'recommend') return one.secret.needs !== null
    return (act !== 'answer' && act !== 'giveBack') || one.handedWay === 'core'
  })
}

function byStaff(event: StoredEvent): string | null {
  return event.actorKind === 'system' ? null : event.actorId
}

function titleOf(name: string, introductionNo: string): string {
  const word = Object.entries(programmeEventCatalogue).find(([key]) => key === name)?.[1] ?? name
  return word.replace('{introductionNo}', introductionNo)
}
