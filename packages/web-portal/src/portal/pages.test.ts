import { describe, expect, it } from 'vitest'
import { isOwn, pageOf } from './pages.ts'

describe('POR-03 addresses of the portal', () => {
  it.each([
    ['/portal/', 'home'],
    ['/portal', 'home'],
    ['/portal/report', 'report'],
    ['/portal/people/consent', 'consent'],
    ['/portal/people/register', 'register'],
    ['/portal/cases/01936f00-0000-7000-8000-000000000001', 'claim'],
    ['/portal/cases/01936f00-0000-7000-8000-000000000001/papers/medical_record', 'paper'],
    ['/portal/ask', 'ask'],
    ['/portal/ask/01936f00-0000-7000-8000-000000000001', 'article'],
    ['/portal/introductions', 'introductions'],
    ['/portal/introductions/01936f00-0000-7000-8000-000000000001', 'introduction'],
    ['/portal/introductions/x', 'notFound'],
    ['/portal/published', 'published'],
    ['/portal/tip', 'tip'],
    ['/portal/published/01936f00-0000-7000-8000-000000000001', 'publication'],
    ['/portal/published/x', 'notFound'],
    ['/portal/ask/x', 'notFound'],
    ['/portal/assistant', 'assistant'],
    ['/portal/cases/x', 'notFound'],
    ['/portal/toString', 'notFound'],
  ])('%s is %s', (path, name) => {
    expect(pageOf(path).name).toBe(name)
  })

  it("POR-01 asks for the telephone where a page is one's own, and nowhere else", () => {
    const own = ['visits', 'complain', 'introductions', 'cases/01936f00-0000-7000-8000-000000000001/letters']
    for (const path of own) expect(isOwn(pageOf(`/portal/${path}`)), path).toBe(true)
    for (const path of ['', 'cases', 'report', 'help', 'tip', 'chat', 'published', 'sign-in', 'people', 'look-up'])
      expect(isOwn(pageOf(`/portal/${path}`)), path).toBe(false)
  })
})
