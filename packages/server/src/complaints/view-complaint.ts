/** CMP-02…06: the whole of a complaint for its page: who, what, about whom, what runs, what was done, what may be. */
import type { ComplaintView, getComplaint as route } from '@anpei/contract/complaints'
import type { Input } from '@anpei/contract/kernel'
import {
  CAUSE_GROUPS,
  CAUSES,
  COMPLAINT_CLASSES,
  COMPLAINT_LABELS,
  COMPLAINT_TASKS,
  complaintCan,
  complaintLifecycle,
  decideCoordination,
  ENTRY_KINDS,
  mayHearPersonal,
  MISSING_ITEMS,
  PRIORITIES,
  RECUSED_WORDS,
  recusedAs,
  REPRESENTATIONS,
} from '@anpei/domain/complaints'
import { claimLifecycle } from '@anpei/domain/claims'
import { maskPhone } from '@anpei/domain/customers'
import { dayOfInstant, holds, ok, stateOf, type Decision } from '@anpei/domain/kernel'
import { REQUEST_CHANNELS } from '@anpei/domain/service-desk'
import { careOf } from '../customers/index.ts'
import type { Tx } from '../http/index.ts'
import { clocksShown } from './clocks-shown.ts'
import { complaintParts, type Parts } from './complaint-parts.ts'
import { standOf } from './stand.ts'
import { nationalCodes, type NationalCodes } from './store-categories.ts'
import { findComplaint, type ComplaintRecord } from './store.ts'

export async function getComplaint(tx: Tx, { params }: Input<typeof route>): Promise<Decision<ComplaintView>> {
  const found = await findComplaint(tx, params.complaintId, 'complaint.read')
  if (!found.ok) return found
  const complaint = found.value
  const [parts, codes, care] = await Promise.all([
    complaintParts(tx, complaint),
    nationalCodes(tx),
    careOf(tx, complaint.personId ? [complaint.personId] : []),
  ])
  const hints = care.get(complaint.personId ?? '')?.steering.hints ?? []
  const why = recusedAs(tx.actor, complaint)
  return ok({
    ...headOf(complaint),
    mayHearPersonal: mayHearPersonal(complaint, dayOfInstant(tx.now)),
    ...sortOf(complaint, parts, codes),
    ...whoOf(tx, complaint, parts, hints),
    ...filesOf(complaint, parts),
    ...workOf(tx, complaint, parts),
    recused: why === null ? null : RECUSED_WORDS[why],
    can: complaintCan(complaint.state, {
      holds: (permission) => holds(tx.actor, permission),
      recused: why !== null,
      coordinates: decideCoordination(tx.actor, complaint, complaint.coordinatorId).ok,
      hanging: parts.hanging,
    }),
  })
}

function headOf(complaint: ComplaintRecord) {
  const { state, label, channel, representation, missing } = complaint
  return {
    id: complaint.id,
    complaintNo: complaint.complaintNo,
    state,
    stateWord: complaintLifecycle.states[state].zh,
    label,
    labelWord: COMPLAINT_LABELS[label],
    channel,
    channelWord: REQUEST_CHANNELS[channel],
    receivedAt: complaint.receivedAt,
    recordedAt: complaint.recordedAt,
    postmarkedOn: complaint.postmarkedOn,
    round: complaint.round,
    representation,
    representationWord: REPRESENTATIONS[representation],
    mandateUntil: complaint.mandateUntil,
    peopleCount: complaint.peopleCount,
    spokespersonCount: complaint.spokespersonCount,
    major: complaint.major,
    receptionArea: complaint.receptionArea,
    areaRecorded: complaint.areaRecorded,
    cover: complaint.cover,
    missing: missing.map((item) => ({ item, word: MISSING_ITEMS[item] })),
    missingToldAt: complaint.missingToldAt,
    firstContactAt: complaint.firstContactAt,
  }
}

function sortOf(complaint: ComplaintRecord, { causes }: Parts, codes: NationalCodes) {
  const { cause: first, priority } = complaint
  const ordered = [...causes].sort((a, b) => Number(b === first) - Number(a === first))
  return {
    causes: ordered.map((cause) => {
      const { zh, group } = CAUSES[cause]
      return { cause, word: zh, groupWord: CAUSE_GROUPS[group], nationalCode: codes.get(cause)?.code ?? null }
    }),
    businessLine: complaint.businessLine,
    urgency: complaint.urgency,
    severity: complaint.severity,
    priority,
    priorityWord: priority === 1 ? PRIORITIES[1] : priority === 2 ? PRIORITIES[2] : PRIORITIES[3],
    class: complaint.class,
    classWord: COMPLAINT_CLASSES[complaint.class],
    legalImpact: complaint.legalImpact,
    regulatoryImpact: complaint.regulatoryImpact,
  }
}

function whoOf(
  tx: Tx,
  complaint: ComplaintRecord,
  { person, claim, names, institutions }: Parts,
  careHints: readonly string[],
) {
  const { told } = complaint
  const { complainant } = told
  const works = holds(tx.actor, 'complaint.handle') || holds(tx.actor, 'complaint.coordinate')
  const phone = works || complainant.phone === '' ? complainant.phone : maskPhone(complainant.phone)
  const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '同事' })
  return {
    recordedBy: complaint.recordedBy === null ? null : (names.get(complaint.recordedBy) ?? '同事'),
    complainant: { ...complainant, phone },
    matter: told.matter,
    aboutName: told.aboutName ?? '',
    policyNo: told.policyNo,
    respondentText: told.respondentText,
    respondentInstitution: institutions.get(complaint.respondentInstitutionId ?? '') ?? null,
    sellingInstitution: institutions.get(complaint.sellingInstitutionId ?? '') ?? null,
    concerned: complaint.concernedIds.map((id) => ({ id, name: names.get(id) ?? '同事' })),
    person: person
      ? {
          id: person.id,
          name: person.name,
          idNumberMasked: person.idNumberMasked,
          phoneMasked: person.phoneMasked,
          careMarks: [...person.careMarks],
          careHints: [...careHints],
        }
      : null,
    claim: claim
      ? {
          id: claim.id,
          claimNo: claim.claimNo,
          stepWord: claimLifecycle.states[stateOf(claimLifecycle, claim.step)].zh,
        }
      : null,
    coordinator: named(complaint.coordinatorId),
    responsible: named(complaint.responsibleId),
  }
}

function filesOf(complaint: ComplaintRecord, { papers, entries, names }: Parts) {
  const filesIn = (ids: readonly string[]) =>
    ids.flatMap((id) =>
      (papers.get(id)?.files ?? []).map((file) => ({
        id: file.id,
        fileName: file.fileName,
        mediaType: file.mediaType,
        bytes: file.bytes,
      })),
    )
  return {
    mandateFiles: filesIn(complaint.mandateDocumentIds),
    entries: entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      kindWord: ENTRY_KINDS[entry.kind],
      round: entry.round,
      at: entry.happenedAt,
      recordedAt: entry.recordedAt,
      by: entry.byId === null ? '系统' : (names.get(entry.byId) ?? '同事'),
      successful: entry.successful,
      text: entry.told.text,
      with: entry.told.with,
      place: entry.told.place,
      files: filesIn(entry.documentIds),
    })),
  }
}

function workOf(tx: Tx, complaint: ComplaintRecord, parts: Parts) {
  const { clocks, titleOf, left, tasks, requests, related, events, names } = parts
  const of = (how: string) =>
    related.filter((one) => one.how === how).map((one) => standOf(one, stateOf(complaintLifecycle, one.state)))
  return {
    dueAt: complaint.dueAt,
    timeLeft: left(complaint.dueAt, complaint.dueClock, { office: complaint.institutionId }),
    clocks: clocksShown(clocks, titleOf, left, complaint.institutionId),
    tasks: tasks.map((task) => ({
      kind: task.kind,
      word: COMPLAINT_TASKS[task.kind],
      openedAt: task.openedAt,
      doneAt: task.doneAt,
      doneBy: task.doneBy === null ? null : (names.get(task.doneBy) ?? '同事'),
      text: task.text,
    })),
    requests: [...requests],
    linked: of('linked'),
    mergedInto: of('survivor')[0] ?? null,
    mergedIn: of('merged'),
    timeline: events.map((event) => ({
      id: event.id,
      at: event.at,
      title: tx.app.eventTitle(event.name, event.facts),
      by: event.actorKind === 'staff' ? (names.get(event.actorId ?? '') ?? '同事') : '系统',
      reason: event.reason,
    })),
  }
}
