/** One walk over the syntax of a file collects what all the rules ask about. */
import { parseSync, Visitor, type Comment, type Expression, type ParseResult } from 'oxc-parser'

export type ImportFact = {
  readonly specifier: string
  readonly start: number
  readonly dynamic: boolean
  readonly isType: boolean
}
export type FunctionFact = {
  readonly start: number
  readonly end: number
  readonly isAsync: boolean
  /** The source text of the parameters with their types. */
  readonly params: string
  readonly text: string
  /** The call this function is handed to, e.g. `describe`, when it is an argument. */
  readonly handedTo: string
}
/** A string or template literal; `${…}` of a template stays as the two characters `$_`. */
export type TextFact = { readonly value: string; readonly start: number; readonly within: FunctionFact | null }
export type CallFact = {
  /** `db.insertInto`, with the object left out where it is not a plain name: `.insertInto`. */
  readonly callee: string
  /** The first argument when it is a literal. */
  readonly first: string | null
  readonly argumentCount: number
  /** The names of the properties written in an object literal that is the first argument. */
  readonly keys: readonly string[]
  readonly start: number
  readonly within: FunctionFact | null
}
export type ExportFact = { readonly name: string; readonly kind: 'function' | 'call' | 'type' | 'data' | 'again' }
export type StateFact = { readonly value: string; readonly start: number }

export type Facts = {
  readonly imports: ImportFact[]
  readonly functions: FunctionFact[]
  readonly texts: TextFact[]
  readonly calls: CallFact[]
  readonly exports: ExportFact[]
  /** Names read from the surroundings (`process`, `Promise`), not property names. */
  readonly names: { name: string; start: number }[]
  /** `Date.now`, `Math.random` and other two-word reads. */
  readonly members: { path: string; start: number }[]
  readonly news: { callee: string; argumentCount: number; start: number }[]
  readonly awaits: number[]
  readonly casts: number[]
  readonly anys: number[]
  /** `x.state = 'paid'` and `{ ...x, state: 'paid' }`. */
  readonly statesSet: StateFact[]
  readonly comments: readonly Comment[]
  readonly errors: readonly string[]
}

export function readFacts(path: string, text: string): Facts {
  const parsed = parseSync(path, text)
  const facts: Facts = {
    imports: importsOf(parsed, text),
    functions: [],
    texts: [],
    calls: [],
    exports: exportsOf(parsed),
    names: [],
    members: [],
    news: [],
    awaits: [],
    casts: [],
    anys: [],
    statesSet: [],
    comments: parsed.comments,
    errors: parsed.errors.map((error) => error.message),
  }
  const stack: FunctionFact[] = []
  const handed = new Map<number, string>()
  const skip = new Set<number>()
  new Visitor({
    ...functionVisits(text, facts, stack, handed),
    ...callVisits(facts, stack, handed),
    ...nameVisits(facts, skip),
    ...markVisits(facts, text),
    ...textVisits(facts, stack),
  }).visit(parsed.program)
  return facts
}

type Visits = ConstructorParameters<typeof Visitor>[0]
type AnyFunction = {
  readonly start: number
  readonly end: number
  readonly async: boolean
  readonly params: readonly { readonly start: number; readonly end: number }[]
}

function functionVisits(text: string, facts: Facts, stack: FunctionFact[], handed: Map<number, string>): Visits {
  const enter = (node: AnyFunction): void => {
    const first = node.params[0]
    const last = node.params.at(-1)
    const fact = {
      start: node.start,
      end: node.end,
      isAsync: node.async,
      text: text.slice(node.start, node.end),
      params: first && last ? text.slice(first.start, last.end) : '',
      handedTo: handed.get(node.start) ?? '',
    }
    facts.functions.push(fact)
    stack.push(fact)
  }
  const leave = (): void => {
    stack.pop()
  }
  return {
    FunctionDeclaration: enter,
    'FunctionDeclaration:exit': leave,
    FunctionExpression: enter,
    'FunctionExpression:exit': leave,
    ArrowFunctionExpression: enter,
    'ArrowFunctionExpression:exit': leave,
  }
}

function callVisits(facts: Facts, stack: FunctionFact[], handed: Map<number, string>): Visits {
  return {
    CallExpression(node) {
      const callee = pathOf(node.callee)
      for (const argument of node.arguments) {
        if (argument.type === 'ArrowFunctionExpression' || argument.type === 'FunctionExpression') {
          handed.set(argument.start, callee)
        }
      }
      const first = node.arguments[0]
      facts.calls.push({
        callee,
        start: node.start,
        argumentCount: node.arguments.length,
        within: stack.at(-1) ?? null,
        first: first && first.type !== 'SpreadElement' ? literalOf(first) : null,
        keys: first?.type === 'ObjectExpression' ? keysOf(first.properties) : [],
      })
    },
    NewExpression(node) {
      facts.news.push({ callee: pathOf(node.callee), argumentCount: node.arguments.length, start: node.start })
    },
  }
}

type KeyNode = { readonly type: string; readonly name?: unknown; readonly value?: unknown }

function keysOf(properties: readonly { readonly type: string; readonly key?: KeyNode }[]): string[] {
  return properties.flatMap((property) => {
    const key = property.key?.name ?? property.key?.value
    return typeof key === 'string' ? [key] : []
  })
}

/** `a.b.c` as written; what is not a plain name becomes empty: `query().set` is `.set`, `it.each(x)` is `it.each`. */
function pathOf(node: Expression | { readonly type: 'Super' }): string {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MemberExpression' && 'property' in node && node.property.type === 'Identifier') {
    return `${node.object.type === 'Super' ? '' : pathOf(node.object)}.${node.property.name}`
  }
  if (node.type === 'CallExpression') {
    const inner = pathOf(node.callee)
    return /^(describe|it|test)\b/.test(inner) ? inner : ''
  }
  return ''
}

function literalOf(node: Expression): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type === 'TemplateLiteral') return node.quasis.map((quasi) => quasi.value.raw).join('$_')
  return null
}

/** The first name of a property is not a read of the surroundings; children are visited after their parents. */
function nameVisits(facts: Facts, skip: Set<number>): Visits {
  const keyed = (node: { readonly computed: boolean; readonly key: { readonly start: number } }): void => {
    if (!node.computed) skip.add(node.key.start)
  }
  return {
    MemberExpression(node) {
      if (node.computed) return
      skip.add(node.property.start)
      const path = pathOf(node)
      if (/^\w+\.\w+$/.test(path)) facts.members.push({ path, start: node.start })
    },
    Property(node) {
      if (!('shorthand' in node && node.shorthand)) keyed(node)
    },
    PropertyDefinition: keyed,
    MethodDefinition: keyed,
    TSPropertySignature: keyed,
    TSMethodSignature: keyed,
    Identifier(node) {
      if (!skip.has(node.start)) facts.names.push({ name: node.name, start: node.start })
    },
  }
}

function markVisits(facts: Facts, text: string): Visits {
  return {
    AwaitExpression(node) {
      facts.awaits.push(node.start)
    },
    ForOfStatement(node) {
      if (node.await) facts.awaits.push(node.start)
    },
    TSAnyKeyword(node) {
      facts.anys.push(node.start)
    },
    TSAsExpression(node) {
      const type = text.slice(node.typeAnnotation.start, node.typeAnnotation.end)
      if (type !== 'const') facts.casts.push(node.typeAnnotation.start)
    },
    TSTypeAssertion(node) {
      facts.casts.push(node.start)
    },
    AssignmentExpression(node) {
      const value = literalOf(node.right)
      if (value !== null && /\.state$/.test(text.slice(node.left.start, node.left.end))) {
        facts.statesSet.push({ value, start: node.start })
      }
    },
    ObjectExpression(node) {
      if (!node.properties.some((property) => property.type === 'SpreadElement')) return
      for (const property of node.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue
        if (property.key.name !== 'state') continue
        const value = literalOf(property.value)
        if (value !== null) facts.statesSet.push({ value, start: property.start })
      }
    },
  }
}

function textVisits(facts: Facts, stack: FunctionFact[]): Visits {
  return {
    Literal(node) {
      if (typeof node.value === 'string') {
        facts.texts.push({ value: node.value, start: node.start, within: stack.at(-1) ?? null })
      }
    },
    TemplateLiteral(node) {
      const value = node.quasis.map((quasi) => quasi.value.raw).join('$_')
      facts.texts.push({ value, start: node.start, within: stack.at(-1) ?? null })
    },
  }
}

function importsOf(parsed: ParseResult, text: string): ImportFact[] {
  const found: ImportFact[] = []
  for (const item of parsed.module.staticImports) {
    const isType = item.entries.length > 0 && item.entries.every((entry) => entry.isType)
    found.push({ specifier: item.moduleRequest.value, start: item.start, dynamic: false, isType })
  }
  for (const item of parsed.module.staticExports) {
    const request = item.entries[0]?.moduleRequest
    if (request) {
      const isType = item.entries.every((entry) => entry.isType)
      found.push({ specifier: request.value, start: item.start, dynamic: false, isType })
    }
  }
  for (const item of parsed.module.dynamicImports) {
    const written = text.slice(item.moduleRequest.start, item.moduleRequest.end)
    const literal = /^['"`]([^'"`$]+)['"`]$/.exec(written)
    if (literal?.[1]) found.push({ specifier: literal[1], start: item.start, dynamic: true, isType: false })
  }
  return found
}

function exportsOf(parsed: ParseResult): ExportFact[] {
  const found: ExportFact[] = []
  for (const node of parsed.program.body) {
    if (node.type === 'ExportDefaultDeclaration') found.push({ name: 'default', kind: 'function' })
    if (node.type !== 'ExportNamedDeclaration') continue
    const made = node.declaration
    if (!made) {
      for (const item of node.specifiers) {
        const name = item.exported.type === 'Literal' ? item.exported.value : item.exported.name
        found.push({ name, kind: node.exportKind === 'type' ? 'type' : 'again' })
      }
    } else if (made.type === 'FunctionDeclaration') {
      found.push({ name: made.id?.name ?? '', kind: 'function' })
    } else if (made.type === 'ClassDeclaration') {
      found.push({ name: made.id?.name ?? '', kind: 'data' })
    } else if (made.type === 'VariableDeclaration') {
      for (const item of made.declarations) {
        found.push({ name: item.id.type === 'Identifier' ? item.id.name : '', kind: kindOf(item.init) })
      }
    } else if ('id' in made && made.id && 'name' in made.id) {
      found.push({ name: made.id.name, kind: 'type' })
    }
  }
  return found
}

function kindOf(init: Expression | null): ExportFact['kind'] {
  if (init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression') return 'function'
  return init?.type === 'CallExpression' ? 'call' : 'data'
}
