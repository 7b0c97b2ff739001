/** The articles, synonyms and dialogue that come with the program, through the parsers that guard the screens. */
import { readdirSync, readFileSync } from 'node:fs'
import { ArticleContent } from '@anpei/contract/knowledge'
import {
  ASSISTANT_ACTS,
  ASSISTANT_ASKS,
  checkSynonyms,
  decideContent,
  lintAssistant,
  type AssistantTree,
  type SynonymGroup,
} from '@anpei/domain/knowledge'
import { z } from 'zod'
import { contactWords } from './contact-words.ts'

const CONFIG = new URL('../../../../config/', import.meta.url)

export type ShippedArticle = { readonly code: string; readonly content: ArticleContent }

const ShippedFile = z.array(
  z.strictObject({
    code: z.string(),
    title: z.string(),
    audience: z.string(),
    keywords: z.string(),
    links: z.unknown(),
    body: z.array(z.string()),
    videoUrl: z.string().optional(),
  }),
)

/** A file is named by the kind of its articles. */
export function shippedArticles(): ShippedArticle[] {
  return filesOf('knowledge/articles/').flatMap((file) =>
    ShippedFile.parse(readJson(`knowledge/articles/${file}`)).map(({ code, body, ...rest }) => {
      const content = ArticleContent.parse({ ...rest, kind: file.replace('.json', ''), body: body.join('\n') })
      const fit = decideContent(content, contactWords())
      if (!fit.ok) throw new Error(`config/knowledge/articles/${file}, ${code}: ${fit.code}`)
      return { code, content }
    }),
  )
}

const SynonymsFile = z.strictObject({
  version: z.int(),
  groups: z.array(z.strictObject({ head: z.string(), words: z.array(z.string()) })),
})
let synonyms: { readonly version: number; readonly groups: readonly SynonymGroup[] } | undefined

export function shippedSynonyms(): { readonly version: number; readonly groups: readonly SynonymGroup[] } {
  if (synonyms) return synonyms
  const { version, groups } = SynonymsFile.parse(readJson('knowledge/synonyms.json'))
  const checked = checkSynonyms(groups)
  if (!checked.ok) throw new Error(`config/knowledge/synonyms.json: ${JSON.stringify(checked.facts)}`)
  return (synonyms = { version, groups: checked.value })
}

const Node = z.strictObject({
  say: z.array(z.string()),
  choices: z.array(
    z.strictObject({
      word: z.string(),
      also: z.array(z.string()).optional(),
      to: z.string(),
      set: z.record(z.string(), z.string()).optional(),
    }),
  ),
  asks: z.enum(ASSISTANT_ASKS).optional(),
  next: z.string().optional(),
  article: z.string().optional(),
  act: z.enum(ASSISTANT_ACTS).optional(),
})
const Tree = z.strictObject({
  version: z.int(),
  start: z.string(),
  human: z.string(),
  search: z.string(),
  nodes: z.record(z.string(), Node),
})
let tree: AssistantTree | undefined

export function shippedAssistant(): AssistantTree {
  if (tree) return tree
  const read = Tree.parse(readJson('assistant/guide.json'))
  const faults = lintAssistant(read, new Set(shippedArticles().map((one) => one.code)))
  if (faults.length > 0) throw new Error(`config/assistant/guide.json: ${faults.join('；')}`)
  return (tree = read)
}

function filesOf(folder: string): string[] {
  return readdirSync(new URL(folder, CONFIG))
    .filter((file) => file.endsWith('.json'))
    .sort()
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, CONFIG), 'utf8'))
}
