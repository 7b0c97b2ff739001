/**
 * SRV-06: the body of an article is plain text with a few marks: `## heading`, `- item`, `1. item`, `**strong**`,
 * `[sample:code]` for the drawn sample of a paper, `{hotline}` for published contact data (SRV-11). It is read into
 * blocks that screens draw as text; nothing in it can become markup of a page.
 */
export type Inline = { readonly text: string; readonly strong: boolean }
export type Block =
  | { readonly kind: 'heading'; readonly text: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly text: readonly Inline[] }
  | { readonly kind: 'bullets'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'steps'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'sample'; readonly paper: string }

export type ContactWords = Readonly<Record<string, string>>

const LIST_LINE = /^(?:(-)|(\d{1,2})\.) +(.+)$/
const SAMPLE_LINE = /^\[sample:([a-z_]{1,60})\]$/

export function parseBody(text: string, contacts: ContactWords): Block[] {
  const blocks: Block[] = []
  let items: (readonly Inline[])[] | null = null
  let listKind: 'bullets' | 'steps' | null = null
  for (const line of text.split('\n').map((one) => one.trim())) {
    const item = LIST_LINE.exec(line)
    if (item) {
      const kind = item[1] ? 'bullets' : 'steps'
      if (items === null || listKind !== kind) {
        items = []
        listKind = kind
        blocks.push({ kind, items })
      }
      items.push(inlineOf(item[3] ?? '', contacts))
      continue
    }
    items = null
    const block = lineBlock(line, contacts)
    if (block) blocks.push(block)
  }
  return blocks
}

function lineBlock(line: string, contacts: ContactWords): Block | null {
  if (line === '') return null
  const sample = SAMPLE_LINE.exec(line)
  if (sample) return { kind: 'sample', paper: sample[1] ?? '' }
  const heading = /^#{1,3} +(.+)$/.exec(line)
  if (heading) return { kind: 'heading', text: inlineOf(heading[1] ?? '', contacts) }
  return { kind: 'paragraph', text: inlineOf(line, contacts) }
}

function inlineOf(text: string, contacts: ContactWords): Inline[] {
  return text
    .split('**')
    .map((part, index) => ({ text: fillContacts(part, contacts), strong: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}

/** Published contact data are never typed into an article: their names are, and the register fills them (SRV-11). */
export function fillContacts(text: string, contacts: ContactWords): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => contacts[name] ?? whole)
}

/** The names in braces that the register does not know. */
export function unknownContacts(text: string, contacts: ContactWords): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').filter((name) => !(name in contacts))
}

/** What is said where there are no blocks: in a text message, to the ear, in an excerpt. */
export function plainBody(text: string, contacts: ContactWords): string {
  return parseBody(text, contacts)
    .flatMap((block) => {
      if (block.kind === 'sample') return []
      if (block.kind === 'bullets') return block.items.map((item) => `· ${wordsOf(item)}`)
      if (block.kind === 'steps') return block.items.map((item, index) => `${index + 1}. ${wordsOf(item)}`)
      return [wordsOf(block.text)]
    })
    .join('\n')
}

function wordsOf(text: readonly Inline[]): string {
  return text.map((part) => part.text).join('')
}
