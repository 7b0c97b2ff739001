/** What was tried, who it was, what was asked and answered, as the page of a callback shows it. */
import type { CallbackView, ScriptView } from '@anpei/contract/callbacks'
import {
  CALLEES,
  decideDoorChoice,
  DOOR_STANDINGS,
  doorWhy,
  IDENTITY_POINTS,
  type GivenAnswers,
  type Question,
  type Script,
} from '@anpei/domain/callbacks'
import type { PaperRow } from '../documents/index.ts'
import { scriptThen, type DatedScript } from './scripts/scripts-now.ts'
import type { AttemptRow } from './store-attempts.ts'
import type { DoorTalkRow } from './store-door-talks.ts'
import type { CallbackRecord } from './store.ts'

export function attemptsShown(
  attempts: readonly AttemptRow[],
  papers: readonly PaperRow[],
  names: ReadonlyMap<string, string>,
): CallbackView['attempts'] {
  return attempts.map(({ documentId, madeBy, ...attempt }) => ({
    ...attempt,
    by: names.get(madeBy) ?? '同事',
    files: filesOf(papers, documentId),
  }))
}

function filesOf(papers: readonly PaperRow[], documentId: string | null) {
  return papers
    .filter((paper) => paper.id === documentId)
    .flatMap((paper) => paper.files.map(({ id, mediaType, bytes }) => ({ id, mediaType, bytes })))
}

type Shown = {
  readonly scripts: readonly DatedScript[]
  readonly papers: readonly PaperRow[]
  readonly names: ReadonlyMap<string, string>
  /** Whoever looks may choose, if anybody. */
  readonly choosing: { readonly id: string; readonly may: boolean }
}

/** In the words in which it was asked at the door (SRV-09). */
export function doorTalksShown(talks: readonly DoorTalkRow[], shown: Shown): CallbackView['doorTalks'] {
  const { scripts, papers, names, choosing } = shown
  return talks.map((talk) => {
    const { id, standing, visitNo, madeBy, askedAt, receivedAt, who, willing } = talk
    const said = [who.relation || CALLEES[who.callee], who.name].filter((word) => word !== '')
    return {
      id,
      standing,
      standingWord: DOOR_STANDINGS[standing],
      visitNo,
      by: names.get(madeBy) ?? '同事',
      at: askedAt,
      receivedAt,
      why: doorWhy(talk.why),
      willing,
      callee: willing ? said.join(' ') : '',
      answers: willing ? answersShown(scriptThen(scripts, talk.scriptCode, talk.scriptVersion), talk.answers) : [],
      files: filesOf(papers, talk.documentId),
      can: choosing.may && decideDoorChoice({ standing, isWriter: madeBy === choosing.id }).ok ? ['choose'] : [],
    }
  })
}

export function scriptShown(script: Script): ScriptView {
  const { code, version, name, opening, closing, identity, questions } = script
  return {
    code,
    version,
    name,
    opening,
    closing,
    identity: [...identity],
    questions: questions.map((question) => ({
      ...question,
      choices: question.choices.map(({ code: choice, text, detail }) => ({ code: choice, text, detail })),
    })),
  }
}

export function calleeShown(callback: CallbackRecord, name: string): CallbackView['callee'] {
  const { callee, identifiedAt, told } = callback
  if (callee === null || identifiedAt === null || !told.callee) return null
  return {
    callee,
    name: told.callee.name || name,
    relation: told.callee.relation,
    points: told.callee.points.map((point) => IDENTITY_POINTS[point]),
    at: identifiedAt,
  }
}

/** In the order and the words in which it was asked then. */
export function answersShown(script: Script | undefined, answers: GivenAnswers | undefined): CallbackView['answers'] {
  return (script?.questions ?? []).flatMap((question) => {
    const given = answers?.[question.code]
    if (!given) return []
    const answer = [choiceWord(question, given.choice), given.text].filter((word) => word !== '').join('：')
    return answer === '' ? [] : [{ question: question.text, answer }]
  })
}

function choiceWord(question: Question, code: string): string {
  if (question.kind === 'choice') return question.choices.find((choice) => choice.code === code)?.text ?? ''
  if (code === '') return ''
  if (question.kind === 'accident') return code === 'yes' ? '有' : '没有'
  return code === 'yes' ? '没变' : '变了'
}
