/** SRV-12: one turn of the dialogue: what the words or the pressed choice of the asker mean at the node he is at. */
import type { AssistantChoice, AssistantTree } from './assistant-tree.ts'
import { normalise } from './normalise.ts'

export type AssistantSaid = { readonly choice?: number | undefined; readonly text?: string | undefined }
export type AssistantFacts = Readonly<Record<string, string>>
export type AssistantStep = {
  readonly to: string
  readonly facts: AssistantFacts
  /** The words of the choice that was made, by pressing or by its number. */
  readonly chosen: string | null
  /** Free words to be searched for. */
  readonly question: string | null
  /** Given in answer to the node's question; used at once and not kept. */
  readonly idNumber: string | null
}

/** Said among other words, too; a 人工关节 is no person. */
const HUMAN_WISH =
  /(?:找|要|转|换|叫|接|跟|和)(?:一?个|一?位)?(?:真人|活人|人工(?!关节|髋|膝|晶)|客服(?:人员)?(?:说|讲|聊|谈))/
/** In a few words, each of these asks for one. */
const HUMAN_WORDS = /人工(?!.{0,2}关节|髋|膝|晶)|真人|找人|转人|客服|活人|打电话/
const LONGEST_HUMAN_WISH = 12

export function assistantStep(
  tree: AssistantTree,
  nodeName: string,
  facts: AssistantFacts,
  said: AssistantSaid,
): AssistantStep {
  const node = tree.nodes[nodeName]
  // The data may have changed since: then it begins anew.
  if (!node) return { to: tree.start, facts, chosen: null, question: null, idNumber: null }
  const stay: AssistantStep = { to: nodeName, facts, chosen: null, question: null, idNumber: null }
  const text = said.text?.trim() ?? ''
  // Whoever writes what the opening offers is led there, also from where free words are searched for.
  const offered = node.asks === 'caseNo' || node.asks === 'idNumber' ? [] : (tree.nodes[tree.start]?.choices ?? [])
  const choice = node.choices[said.choice ?? chosenByText(node.choices, text)] ?? chosenByWords(offered, text)
  if (choice) return { ...stay, to: choice.to, facts: { ...facts, ...choice.set }, chosen: choice.word }
  if (text === '') return stay
  const plain = normalise(text)
  const inShort = plain.length <= LONGEST_HUMAN_WISH && HUMAN_WORDS.test(plain)
  if (inShort || HUMAN_WISH.test(plain)) return { ...stay, to: tree.human }
  if (node.asks === 'caseNo' && node.next)
    return { ...stay, to: node.next, facts: { ...facts, caseNo: caseNoOf(text) } }
  if (node.asks === 'idNumber' && node.next) return { ...stay, to: node.next, idNumber: text }
  return { ...stay, to: tree.search, question: text }
}

/** `2`, or the words of a choice. */
function chosenByText(choices: readonly AssistantChoice[], text: string): number {
  const plain = normalise(text)
  if (/^\d{1,2}$/.test(plain)) return Number(plain) - 1
  const chosen = chosenByWords(choices, text)
  return chosen ? choices.indexOf(chosen) : -1
}

function chosenByWords(choices: readonly AssistantChoice[], text: string): AssistantChoice | undefined {
  const plain = wordsAlone(text)
  if (plain === '') return undefined
  return choices.find(({ word, also = [] }) => [word, ...also].some((one) => wordsAlone(one) === plain))
}

function wordsAlone(text: string): string {
  return normalise(text).replace(/[\s\p{P}]/gu, '')
}

function caseNoOf(text: string): string {
  return normalise(text)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 30)
}
