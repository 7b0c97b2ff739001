/** The pages and their addresses under /portal/. */
export type Page =
  | {
      readonly name:
        | 'home'
        | 'report'
        | 'cases'
        | 'lookUp'
        | 'papersOf'
        | 'guide'
        | 'help'
        | 'signIn'
        | 'people'
        | 'register'
        | 'consent'
        | 'ask'
        | 'assistant'
        | 'chat'
        | 'visits'
        | 'enrol'
        | 'complain'
        | 'published'
        | 'tip'
        | 'introductions'
        | 'notFound'
    }
  | {
      readonly name: 'claim' | 'papers' | 'working' | 'account' | 'letters' | 'messages' | 'sign'
      readonly claimId: string
    }
  | { readonly name: 'paper'; readonly claimId: string; readonly code: string }
  | { readonly name: 'introduction'; readonly introductionId: string }
  | { readonly name: 'video'; readonly token: string }
  | { readonly name: 'article'; readonly articleId: string }
  | { readonly name: 'publication'; readonly publicationId: string }
  | { readonly name: 'letter'; readonly claimId: string; readonly letterId: string }
  | { readonly name: 'privacy'; readonly linkId: string }

const PLAIN = {
  '': 'home',
  report: 'report',
  cases: 'cases',
  'look-up': 'lookUp',
  papers: 'papersOf',
  guide: 'guide',
  help: 'help',
  ask: 'ask',
  assistant: 'assistant',
  chat: 'chat',
  visits: 'visits',
  enrol: 'enrol',
  complain: 'complain',
  published: 'published',
  tip: 'tip',
  introductions: 'introductions',
  'sign-in': 'signIn',
  people: 'people',
  'people/register': 'register',
  'people/consent': 'consent',
} as const

const OF_CLAIM = {
  papers: 'papers',
  working: 'working',
  account: 'account',
  letters: 'letters',
  messages: 'messages',
  sign: 'sign',
} as const

/** Of one's own: they are asked for only when a telephone has been proved. */
const OWN: ReadonlySet<Page['name']> = new Set<Page['name']>([
  ...(['visits', 'complain', 'introductions', 'introduction', 'privacy', 'letter', 'claim', 'paper'] as const),
  ...Object.values(OF_CLAIM),
])

export function isOwn(page: Page): boolean {
  return OWN.has(page.name)
}

/** `/portal/cases/<id>/papers` → { name: 'papers', claimId }. */
export function pageOf(pathname: string): Page {
  const path = pathname.replace(/^\/portal\/?/, '').replace(/\/+$/, '')
  if (has(PLAIN, path)) return { name: PLAIN[path] }
  const [root, claimId = '', part = '', last = '', ...more] = path.split('/')
  if (root === 'ask' && /^[0-9a-f-]{36}$/.test(claimId) && part === '') return { name: 'article', articleId: claimId }
  if (root === 'published' && /^[0-9a-f-]{36}$/.test(claimId) && part === '')
    return { name: 'publication', publicationId: claimId }
  if (root === 'introductions' && /^[0-9a-f-]{36}$/.test(claimId) && part === '')
    return { name: 'introduction', introductionId: claimId }
  if (root === 'people' && /^[0-9a-f-]{36}$/.test(claimId) && part === 'privacy' && last === '') {
    return { name: 'privacy', linkId: claimId }
  }
  if (root === 'video' && /^[\w-]{10,60}$/.test(claimId) && part === '') return { name: 'video', token: claimId }
  if (root !== 'cases' || !/^[0-9a-f-]{36}$/.test(claimId) || more.length > 0) return { name: 'notFound' }
  if (part === '') return { name: 'claim', claimId }
  if (last === '') return has(OF_CLAIM, part) ? { name: OF_CLAIM[part], claimId } : { name: 'notFound' }
  if (part === 'papers' && /^[a-z_]{1,60}$/.test(last)) return { name: 'paper', claimId, code: last }
  if (part === 'letters' && /^[0-9a-f-]{36}$/.test(last)) return { name: 'letter', claimId, letterId: last }
  return { name: 'notFound' }
}

function has<T extends object>(table: T, key: PropertyKey): key is keyof T {
  return Object.prototype.hasOwnProperty.call(table, key)
}
