/**
 * SRV-12: one turn with the guided assistant, for the portal and for text messages. It says it is a machine, leads to
 * the report, to papers, to progress, to answers, and to a person at any step; it never refuses and never decides.
 */
import type { AssistantAnswer, FoundArticle } from '@anpei/contract/knowledge'
import {
  assistantStep,
  fillContacts,
  plainBody,
  withoutNumbers,
  type AssistantFacts,
  type AssistantNode,
  type AssistantSaid,
  type AssistantStep,
} from '@anpei/domain/knowledge'
import { ok, refuse, type Decision } from '@anpei/domain/kernel'
import type { Tx } from '../http/index.ts'
import { newId } from '../kernel/index.ts'
import type { AssistantDoors } from './assistant-doors.ts'
import { contactWords } from './contact-words.ts'
import { searchArticles } from './search.ts'
import { shippedAssistant } from './shipped.ts'
import {
  countDialogues,
  lockDialogue,
  saveDialogue,
  type Dialogue,
  type DialogueChannel,
  type DialogueLine,
} from './store-dialogues.ts'
import { publicBodyOf } from './views-public.ts'

export type AssistantTurn = AssistantSaid & {
  readonly session: string | null
  readonly channel: DialogueChannel
  /** How often own words are still answered by the machine before a person takes over; unset: as often as asked. */
  readonly answersLeft?: number
}
/** `asked`: own words that the machine answered; the number of a paper or a choice is none. */
export type Turned = AssistantAnswer & { readonly asked: boolean; readonly lines: readonly DialogueLine[] }

const MOST_TURNS = 300
const MOST_LINES = 120
const FOUND = 3
/** Of everybody together: more is a machine's doing, and people are told to ring. */
const MOST_STARTS = 3000
const MINUTES = 15

export async function assistTurn(tx: Tx, turn: AssistantTurn, doors: AssistantDoors): Promise<Decision<Turned>> {
  const tree = shippedAssistant()
  const held = turn.session === null ? null : await lockDialogue(tx, turn.session)
  if (turn.session !== null && !held) return refuse('request.not_found')
  if (!held) {
    const started = await countDialogues(tx, MINUTES, MOST_STARTS)
    if (started >= MOST_STARTS) return refuse('request.too_many', { minutes: MINUTES })
  }
  const dialogue = held ?? begun(tx, turn.channel, tree.start)
  // A dialogue that goes round and round belongs to a person.
  const human = { to: tree.human, facts: dialogue.facts, chosen: null, question: null, idNumber: null }
  const meant =
    dialogue.turns >= MOST_TURNS
      ? human
      : held || turn.text || turn.choice !== undefined
        ? assistantStep(tree, dialogue.node, dialogue.facts, turn)
        : { to: tree.start, facts: {}, chosen: null, question: null, idNumber: null }
  const step = meant.question !== null && turn.answersLeft === 0 ? human : meant
  const node = tree.nodes[step.to] ?? tree.nodes[tree.start]
  if (!node) throw new Error(`the assistant has no node ${step.to}`)
  const said = saidBy(turn, meant)
  const found = await answerAt(tx, doors, node, step)
  // Whoever begins with own words hears first that it is a machine.
  const opening = held || step.to === tree.start ? [] : (tree.nodes[tree.start]?.say.slice(0, 1) ?? [])
  const answer = { ...found, says: [...opening, ...found.says] }
  const lines = [...dialogue.lines, ...said.map((text) => line(tx, 'asker', text))]
  const kept: Dialogue = {
    ...dialogue,
    node: step.to,
    facts: step.facts,
    turns: Math.min(dialogue.turns + 1, MOST_TURNS),
    lines: [...lines, line(tx, 'machine', answer.says.join('\n'))].slice(-MOST_LINES),
    handedAt: dialogue.handedAt ?? (node.act === 'human' ? tx.now : null),
  }
  await saveDialogue(tx, kept)
  const handed = node.act === 'human' ? await handOver(tx, doors, kept, dialogue.handedAt === null) : null
  return ok({
    ...answer,
    session: dialogue.id,
    machine: true,
    human: handed,
    asked: step.question !== null,
    lines: kept.lines,
  })
}

function begun(tx: Tx, channel: DialogueChannel, node: string): Dialogue {
  const salt = tx.vault.newSalt()
  return { id: newId(), channel, node, facts: {}, turns: 0, lines: [], salt, handedAt: null }
}

function line(tx: Tx, who: DialogueLine['who'], text: string): DialogueLine {
  return { who, text, at: tx.now }
}

/** An ID number is used and not kept; other long numbers neither. */
function saidBy({ text }: AssistantTurn, { chosen, idNumber }: AssistantStep): string[] {
  if (chosen !== null) return [chosen]
  if (!text) return []
  return [idNumber === null ? withoutNumbers(text) : '（证件号，不保存）']
}

type At = {
  readonly facts: AssistantFacts
  readonly question: string | null
  readonly idNumber: string | null
}

async function answerAt(tx: Tx, doors: AssistantDoors, node: AssistantNode, at: At) {
  const contacts = contactWords()
  const says = node.say.map((text) => fillContacts(text, contacts))
  let articles: readonly FoundArticle[] = []
  if (node.article) says.push(plainBody((await publicBodyOf(tx, node.article)) ?? '', contacts))
  if (node.act === 'search' && at.question !== null) {
    const found = await searchArticles(tx, {
      question: at.question,
      publicOnly: true,
      limit: FOUND,
      where: 'assistant',
    })
    articles = found.items
    says.push(found.weak ? '我没有找到很合适的说明。您可以换个说法，或者找人。' : '我找到这些说明：')
  }
  if (at.idNumber !== null) says.push(await doors.progress(tx, at.facts['caseNo'] ?? '', at.idNumber))
  return {
    says: says.filter((text) => text !== ''),
    choices: node.choices.map((choice) => choice.word),
    asks: node.asks ?? null,
    articles: [...articles],
    report: node.act === 'report' ? { ...at.facts } : null,
  }
}

/** Told once; whoever asks again hears the telephone. */
async function handOver(tx: Tx, doors: AssistantDoors, dialogue: Dialogue, first: boolean) {
  const phone = contactWords()['elderLine'] ?? ''
  if (!first) return { said: `请直接打 ${phone}，马上有人接。`, phone }
  const said = await doors.handOver(tx, dialogue)
  tx.record({ name: 'assistant.handed_over', subject: { kind: 'assistant_dialogue', id: dialogue.id } })
  return { said, phone }
}
