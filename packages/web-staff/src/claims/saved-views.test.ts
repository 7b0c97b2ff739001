import { describe, expect, it } from 'vitest'
import { addView, readViews } from './saved-views.ts'

describe('saved views of the claims list', () => {
  it('reads what was kept, and nothing from a broken store', () => {
    expect(readViews('[{"name":"超时","search":"overdue=true"}]')).toEqual([{ name: '超时', search: 'overdue=true' }])
    expect(readViews('{"name":1}')).toEqual([])
    expect(readViews('[{')).toEqual([])
    expect(readViews(null)).toEqual([])
  })

  it('replaces a view of the same name and keeps at most twenty', () => {
    const views = addView(
      [
        { name: 'a', search: '1' },
        { name: 'b', search: '2' },
      ],
      { name: 'b', search: '3' },
    )
    expect(views).toEqual([
      { name: 'b', search: '3' },
      { name: 'a', search: '1' },
    ])
    const many = Array.from({ length: 30 }, (_, n) => ({ name: `v${n}`, search: '' }))
    expect(addView(many, { name: 'new', search: '' })).toHaveLength(20)
  })
})
