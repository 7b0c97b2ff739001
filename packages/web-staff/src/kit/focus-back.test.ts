import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

it('POR-02 every dialog that is there only while it is open gives the keys back to where they were', () => {
  const folder = fileURLToPath(new URL('../', import.meta.url))
  const forgetful = globSync('**/*.tsx', { cwd: folder }).filter((path) => {
    const text = readFileSync(`${folder}${path}`, 'utf8')
    return /<Modal\s[^>]*?\sopen(?=[\s>])/.test(text) && !text.includes('useFocusBack()')
  })
  expect(forgetful).toEqual([])
})
