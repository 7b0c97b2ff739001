import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { App } from './App.tsx'
import { LanguageProvider } from './i18n/index.ts'
import { pageOf, type Page } from './portal/index.ts'

const id = '01936f00-0000-7000-8000-000000000001'
/** Every page there is; a new one does not compile before it stands here. */
const paths: Readonly<Record<Page['name'], string>> = {
  home: '/portal/',
  report: '/portal/report',
  cases: '/portal/cases',
  lookUp: '/portal/look-up',
  papersOf: '/portal/papers',
  guide: '/portal/guide',
  help: '/portal/help',
  signIn: '/portal/sign-in',
  people: '/portal/people',
  register: '/portal/people/register',
  consent: '/portal/people/consent',
  privacy: `/portal/people/${id}/privacy`,
  ask: '/portal/ask',
  article: `/portal/ask/${id}`,
  assistant: '/portal/assistant',
  chat: '/portal/chat',
  visits: '/portal/visits',
  video: '/portal/video/abcdefghijkl',
  enrol: '/portal/enrol',
  complain: '/portal/complain',
  tip: '/portal/tip',
  published: '/portal/published',
  publication: `/portal/published/${id}`,
  introductions: '/portal/introductions',
  introduction: `/portal/introductions/${id}`,
  claim: `/portal/cases/${id}`,
  papers: `/portal/cases/${id}/papers`,
  paper: `/portal/cases/${id}/papers/medical_record`,
  working: `/portal/cases/${id}/working`,
  account: `/portal/cases/${id}/account`,
  letters: `/portal/cases/${id}/letters`,
  letter: `/portal/cases/${id}/letters/${id}`,
  messages: `/portal/cases/${id}/messages`,
  sign: `/portal/cases/${id}/sign`,
  notFound: '/portal/nowhere',
}

describe('SRV-02 POR-01 a person in two taps from every page', () => {
  beforeAll(() => {
    vi.stubGlobal('window', globalThis)
  })
  // Pages begin to load when they are named; cut off half-way they would be missing in the tests that follow.
  afterAll(() => vi.dynamicImportSettled(), 60_000)

  it.each(Object.entries(paths))('%s', (name, path) => {
    vi.stubGlobal('location', { pathname: path, search: '' })
    expect(pageOf(path).name).toBe(name)
    const around = { first: 'zh' as const, onChoose: () => undefined, children: createElement(App) }
    const page = createElement(LanguageProvider, around)
    const foot = /<footer class="call">.*<\/footer>/s.exec(renderToString(page))?.[0] ?? ''
    // Before the numbers are known it leads to the page of all telephones: the first tap, and there the second.
    expect(foot).toMatch(/<a href="\/portal\/help">.*打电话/s)
  })
})
