/**
 * SRV-12: the dialogue of the guided assistant as data. It says at once that it is a machine, offers a person at every
 * step, never refuses and never decides; the linter keeps a tree that breaks this from being loaded.
 */
export const ASSISTANT_ACTS = ['report', 'search', 'human'] as const
export type AssistantAct = (typeof ASSISTANT_ACTS)[number]
export const ASSISTANT_ASKS = ['question', 'caseNo', 'idNumber'] as const
export type AssistantAsk = (typeof ASSISTANT_ASKS)[number]

export type AssistantChoice = {
  readonly word: string
  /** What people write for it, whole. */
  readonly also?: readonly string[] | undefined
  readonly to: string
  /** What the choice says of the accident; handed to the report. */
  readonly set?: Readonly<Record<string, string>> | undefined
}
export type AssistantNode = {
  readonly say: readonly string[]
  readonly choices: readonly AssistantChoice[]
  /** What the next words of the asker are. */
  readonly asks?: AssistantAsk | undefined
  /** Where an answer to `asks` leads. */
  readonly next?: string | undefined
  /** An article read out here, by its code. */
  readonly article?: string | undefined
  readonly act?: AssistantAct | undefined
}
export type AssistantTree = {
  readonly version: number
  readonly start: string
  /** The node that hands over to a person. */
  readonly human: string
  /** The node that answers free words. */
  readonly search: string
  readonly nodes: Readonly<Record<string, AssistantNode>>
}

/** Words that would refuse or decide; a machine may not say them. */
const DECIDING = ['不能赔', '不予', '拒绝', '肯定赔', '一定赔', '可以赔您', '不属于保险责任', '不受理']

/** What is wrong with a tree, in words; an empty list means it may be used. */
export function lintAssistant(tree: AssistantTree, articleCodes: ReadonlySet<string>): string[] {
  const faults: string[] = []
  const { nodes, start, human, search } = tree
  for (const [what, name] of Object.entries({ start, human, search })) {
    if (!nodes[name]) faults.push(`${what}：没有“${name}”这个节点`)
  }
  const opening = nodes[start]?.say.join('') ?? ''
  if (!/机器/.test(opening)) faults.push('开头没有说明是机器')
  if (nodes[human]?.act !== 'human') faults.push(`“${human}”不转人工`)
  for (const [name, node] of Object.entries(nodes)) faults.push(...nodeFaults(tree, name, node, articleCodes))
  const reached = reachable(tree)
  for (const name of Object.keys(nodes)) if (!reached.has(name)) faults.push(`“${name}”走不到`)
  return faults
}

function nodeFaults(
  { nodes, human }: AssistantTree,
  name: string,
  node: AssistantNode,
  articleCodes: ReadonlySet<string>,
): string[] {
  const faults: string[] = []
  const ways = waysOf(node)
  if (node.say.length === 0 && node.act !== 'search' && !isAnswer(nodes, name)) faults.push(`“${name}”没有话`)
  for (const to of ways) if (!nodes[to]) faults.push(`“${name}”指向没有的“${to}”`)
  if (name !== human && !node.choices.some((choice) => choice.to === human)) faults.push(`“${name}”没有找人的选项`)
  if ((node.asks === undefined) !== (node.next === undefined)) faults.push(`“${name}”的 asks 与 next 不成对`)
  if (node.article !== undefined && !articleCodes.has(node.article))
    faults.push(`“${name}”引用没有的文章“${node.article}”`)
  for (const word of DECIDING) if (node.say.some((line) => line.includes(word))) faults.push(`“${name}”说了“${word}”`)
  return faults
}

/** What is said there is found out at the time: the answer to a number that was asked for. */
function isAnswer(nodes: AssistantTree['nodes'], name: string): boolean {
  return Object.values(nodes).some((node) => node.asks === 'idNumber' && node.next === name)
}

function waysOf(node: AssistantNode): string[] {
  return [...node.choices.map((choice) => choice.to), ...(node.next === undefined ? [] : [node.next])]
}

function reachable({ nodes, start, search }: AssistantTree): Set<string> {
  // Free words lead to the search from everywhere.
  const reached = new Set([start, search])
  for (const name of reached) for (const to of nodes[name] ? waysOf(nodes[name]) : []) reached.add(to)
  return reached
}
