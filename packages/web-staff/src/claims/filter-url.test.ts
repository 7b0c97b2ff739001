import { describe, expect, it } from 'vitest'
import { filterOf, trailOf, viewText, withFilter, withTrail } from './filter-url.ts'

const of = (text: string) => new URLSearchParams(text)

describe('filters of the claims list in the address', () => {
  it('reads what it knows and leaves out what is no filter or no value of it', () => {
    expect(filterOf(of('state=open&overdue=true&kind=death&owner=me&sort=newest&division=440514001&x=1'))).toEqual({
      state: 'open',
      overdue: 'true',
      kind: 'death',
      owner: 'me',
      sort: 'newest',
      division: '440514001',
    })
    expect(filterOf(of('closedFrom=2026-11-01&closedTo=2026-13-01'))).toEqual({ closedFrom: '2026-11-01' })
    expect(filterOf(of('state=gone&accidentFrom=2026-02-30&division=44&overdue=perhaps'))).toEqual({})
  })

  it('changes one filter, keeps the others and begins at the first page again', () => {
    const next = withFilter(of('state=open&q=%E9%BB%84&after=a&after=b'), { kind: 'hospital', q: undefined })
    expect(next.toString()).toBe('state=open&kind=hospital')
  })

  it('remembers the way back through the pages', () => {
    const there = withTrail(of('state=open'), ['a', 'b'])
    expect(trailOf(there)).toEqual(['a', 'b'])
    expect(trailOf(withTrail(there, ['a']))).toEqual(['a'])
  })

  it('knows the same view whatever the order of its filters and the page', () => {
    expect(viewText(of('kind=death&state=open&after=z'))).toBe(viewText(of('state=open&kind=death')))
    expect(viewText(of('state=open'))).not.toBe(viewText(of('state=closed')))
  })
})
