import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineLifecycle } from '@anpei/domain/kernel'
import { describe, expect, test } from 'vitest'
import { houseOf, noCatalogues, readHouse, repositoryRoot } from '../tidy/index.ts'
import { differing, writeDocuments } from './compare.ts'
import { documentsOf } from './documents.ts'

const claim = defineLifecycle({
  name: 'claim',
  table: 'claim',
  zh: '赔案',
  initial: 'opened',
  states: {
    opened: { zh: '已立案', en: 'opened', phase: 'open' },
    closed: { zh: '已结案', en: 'closed', phase: 'ended' },
  },
  transitions: { close: { from: ['opened'], to: 'closed', permission: 'claim.close', zh: '结案' } },
})

describe('generated documents', () => {
  test('the committed ones are what the code says', async () => {
    const house = await readHouse()
    expect(house.catalogues.broken).toEqual([])
    const documents = documentsOf(house)
    expect(differing(repositoryRoot, documents)).toEqual([])
    expect(documents.get('docs/map.md'), 'a row says in the first line of its index what it is').not.toMatch(
      /^\| \d \| [^|]+ \| — /m,
    )
  }, 60_000)

  test('show lifecycles, refusals, permissions, events and the map', () => {
    const route = {
      id: 'claim.close',
      method: 'POST',
      path: '/api/claims/:id/close',
      permission: 'claim.close',
      summary: '结案',
    }
    const refusal = { status: 409, zh: '还有 {count} 项', en: '{count} left' } as const
    const at = { row: 'claims', path: 'packages/domain/src/claims/index.ts' }
    const documents = documentsOf(
      houseOf(
        { 'packages/domain/src/claims/index.ts': '/** From report to money. And more. */\nexport const one = 1\n' },
        {
          catalogues: {
            ...noCatalogues,
            openApi: { openapi: '3.1.0' },
            permissions: { 'claim.close': '结案' },
            lifecycles: [{ ...at, name: 'claimLifecycle', value: claim }],
            refusals: [{ ...at, name: 'claim.open_task', value: refusal }],
            events: [{ ...at, name: 'claim.closed', value: { zh: '赔案已结', facts: ['claimId'] } }],
            contractRoutes: [{ ...at, name: 'claim.close', value: route }],
          },
        },
      ),
    )
    expect(documents.get('docs/lifecycles.md')).toContain('  opened --> closed: 结案 close')
    expect(documents.get('docs/lifecycles.md')).toContain('  closed --> [*]')
    expect(documents.get('docs/refusals.md')).toContain('| `claim.open_task` | 409 | 还有 {count} 项 | {count} left |')
    expect(documents.get('docs/permissions.md')).toContain(
      '| `claim.close` | 结案 | `POST /api/claims/:id/close` | claim.close 结案 |',
    )
    expect(documents.get('docs/events.md')).toContain('| `claim.closed` | claims | 赔案已结 | claimId |')
    expect(documents.get('docs/map.md')).toContain('| 3 | claims | From report to money. | 1 + 0 |')
    expect(documents.get('docs/openapi.json')).toBe('{\n  "openapi": "3.1.0"\n}\n')
  })

  test('are written where they differ, and only there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'documents-'))
    const documents = new Map([
      ['docs/a.md', 'one\n'],
      ['docs/b.md', 'two\n'],
    ])
    try {
      expect(writeDocuments(folder, documents)).toEqual(['docs/a.md', 'docs/b.md'])
      expect(differing(folder, documents)).toEqual([])
      expect(writeDocuments(folder, new Map([...documents, ['docs/b.md', 'three\n']]))).toEqual(['docs/b.md'])
      expect(readFileSync(join(folder, 'docs/b.md'), 'utf8')).toBe('three\n')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
