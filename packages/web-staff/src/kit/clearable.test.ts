import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { keepPicks } from './keep-picks.ts'

describe('POR-02 choices by keyboard and read aloud', () => {
  it('the cross that empties a choice has a Chinese name everywhere', () => {
    const folder = fileURLToPath(new URL('../', import.meta.url))
    const english = globSync('**/*.tsx', { cwd: folder }).filter((path) =>
      readFileSync(`${folder}${path}`, 'utf8')
        .split(/<(?=Select|TreeSelect)/)
        .slice(1)
        .some((tag) => /^\w+(<[^>]*>)?[^<]*?\ballowClear(?!=)/.test(tag)),
    )
    expect(english).toEqual([])
  })

  it('Tab leaves a list of many without taking the last pick away', () => {
    const stopped = (key: string, inMany: boolean): boolean => {
      let is = false
      const target = { closest: () => (inMany ? {} : null) }
      keepPicks({ key, target, stopPropagation: () => (is = true) })
      return is
    }
    expect([stopped('Tab', true), stopped('Tab', false), stopped('Enter', true)]).toEqual([true, false, false])
  })
})
